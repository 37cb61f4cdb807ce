package org.ganglion.network.wiring;

import java.util.Arrays;
import org.ganglion.network.random.Squares;
import org.ganglion.network.space.Kernel;
import org.ganglion.network.space.Neighbours;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.Unit;

/**
 * Draws a number of partners for a neuron among those that lie near enough, with probabilities in proportion to a
 * function of distance.
 *
 * <p>With repeats every partner is drawn alike. Without repeats partners are drawn one after another, each in proportion
 * to its weight among those that are left; equivalently, each gets a waiting time, exponential with its weight as rate,
 * and the first ones are taken: P. S. Efraimidis and P. G. Spirakis, "Weighted random sampling with a reservoir",
 * Information Processing Letters 97 (2006), doi 10.1016/j.ipl.2005.11.003.
 */
public final class NearbyChoice {
    private static final double LARGEST_WEIGHT = 1e12;

    /** Smaller weights than this count as 0 without repeats: their waiting times, up to 37 over the weight, can overflow. */
    private static final double SMALLEST_WEIGHT = 0x1p-1018;

    private final Neighbours partners;
    private final Formula kernel;
    private final boolean repeats;
    private final int number;
    private final Role role;
    private final long key;

    /** Who draws, and what the rule calls the number drawn. */
    public enum Role {
        TARGET("target", "sources", "indegree"),
        SOURCE("source", "targets", "outdegree");

        private final String drawer;
        private final String partners;
        private final String parameter;

        Role(String drawer, String partners, String parameter) {
            this.drawer = drawer;
            this.partners = partners;
            this.parameter = parameter;
        }
    }

    /** @param number how many are drawn */
    public NearbyChoice(Neighbours partners, Formula kernel, boolean repeats, int number, Role role, long key) {
        this.partners = partners;
        this.kernel = kernel;
        this.repeats = repeats;
        this.number = number;
        this.role = role;
        this.key = key;
    }

    /** Draws for neurons one after another; has one owner. */
    public final class Drawer {
        private final Neighbours.Found found = new Neighbours.Found();
        private double[] sums = new double[256]; // of weights, up to and with each partner
        private double[] times = {};
        private int possible;

        /**
         * Draws the partners of a neuron into {@code out[0 .. number)}.
         *
         * @throws ImpossibleWiring where there are too few, or the kernel is no weight
         */
        public void draw(int neuron, int[] out) {
            partners.findInOrder(neuron, found);
            require(neuron);
            if (Kernel.isConstant(kernel)) {
                if (repeats) {
                    PartnersVector.repeating(key, neuron, number, found.count(), Partners.NOBODY, out);
                } else {
                    Partners.different(key, neuron, number, found.count(), Partners.NOBODY, out);
                }
                for (int i = 0; i < number; i++) {
                    out[i] = found.neuron(out[i]);
                }
            } else if (repeats) {
                drawRepeating(neuron, out);
            } else {
                drawDifferent(neuron, out);
            }
        }

        /**
         * Finds out whether partners could be drawn.
         *
         * @throws ImpossibleWiring as {@link #draw}
         */
        public void look(int neuron) {
            partners.find(neuron, found);
            require(neuron);
        }

        private void require(int neuron) {
            possible = found.count();
            if (!Kernel.isConstant(kernel)) {
                weigh();
            }
            if (possible < (repeats ? Math.min(number, 1) : number)) {
                throw new ImpossibleWiring(role.parameter, tooFew(neuron, possible));
            }
        }

        private void weigh() {
            if (sums.length < found.count()) {
                sums = new double[2 * found.count()];
            }
            double smallest = repeats ? Double.MIN_VALUE : SMALLEST_WEIGHT;
            double sum = 0;
            possible = 0;
            for (int i = 0; i < found.count(); i++) {
                double weight = kernel.at(found.distance(i));
                if (!(weight >= 0 && weight <= LARGEST_WEIGHT)) {
                    throw new ImpossibleWiring("p", noWeight(weight, found.distance(i)));
                }
                possible += weight >= smallest ? 1 : 0;
                sum += weight;
                sums[i] = sum;
            }
        }

        private void drawRepeating(int neuron, int[] out) {
            double all = number == 0 ? 0 : sums[found.count() - 1];
            for (int i = 0; i < number; i++) {
                double mark = all * Squares.uniform(Squares.bits(key, (long) neuron << 32 | i));
                out[i] = found.neuron(firstAbove(Math.min(mark, Math.nextDown(all))));
            }
        }

        /** The first partner at which the sum of weights is above a mark; one of weight 0 never is. */
        private int firstAbove(double mark) {
            int low = 0;
            int high = found.count() - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sums[middle] > mark) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }

        private void drawDifferent(int neuron, int[] out) {
            if (times.length < found.count()) {
                times = new double[2 * found.count()];
            }
            for (int i = 0; i < found.count(); i++) {
                double weight = kernel.at(found.distance(i));
                long bits = Squares.bits(key, (long) neuron << 32 | found.neuron(i));
                times[i] = weight >= SMALLEST_WEIGHT
                        ? -StrictMath.log(Squares.uniform(bits)) / weight
                        : Double.POSITIVE_INFINITY;
            }
            double[] sorted = Arrays.copyOf(times, found.count());
            Arrays.sort(sorted);
            double last = number == 0 ? Double.NEGATIVE_INFINITY : sorted[number - 1];
            int taken = 0;
            for (int i = 0; i < found.count() && taken < number; i++) {
                if (times[i] <= last) {
                    out[taken++] = found.neuron(i);
                }
            }
        }
    }

    private String tooFew(int neuron, int found) {
        String which = role.drawer + " " + neuron + " at " + partners.place(neuron);
        return repeats
                ? number + " " + role.partners + " asked for, but " + which
                        + " has none within reach; enlarge the mask or change the kernel"
                : number + " different " + role.partners + " asked for, but " + which + " has only " + found
                        + " within reach; lower " + role.parameter + ", enlarge the mask or allow multapses";
    }

    private static String noWeight(double weight, double distance) {
        return "at distance " + Unit.NONE.format(distance) + " it is "
                + (Double.isNaN(weight) ? "not a number" : Unit.NONE.format(weight))
                + ", but partners are drawn in proportion to it; change it so that it is from 0 to " + LARGEST_WEIGHT;
    }
}
