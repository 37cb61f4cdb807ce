package org.ganglion.network.wiring;

import java.util.Arrays;
import org.ganglion.network.random.Squares;
import org.ganglion.network.space.Kernel;
import org.ganglion.network.space.Neighbours;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.Unit;

/**
 * Each source that lies near enough connects with a probability that depends on its distance: one throw for each pair,
 * keyed by source and target. Sources of a target are in the order of their numbers.
 */
public final class NearbyBernoulli implements Wiring {
    /** No throw is below this, so that a source of smaller probability never connects. */
    public static final double SMALLEST_THROW = 0x1p-53;

    private final Neighbours sources;
    private final Formula p;
    private final double most;
    private final long key;
    private final Degrees degrees;

    /**
     * @param sources finds those of a target
     * @throws ImpossibleWiring where {@code p} is no probability
     */
    public NearbyBernoulli(Neighbours sources, Formula p, long key) {
        this.sources = sources;
        this.p = p;
        this.most = Kernel.largest(p);
        this.key = key;
        this.degrees = Degrees.of(sources.centres(), () -> {
            Neighbours.Found found = new Neighbours.Found();
            return target -> draw(target, found, new int[0]);
        });
    }

    /** Draws the sources of a target, in any order; writes them where there is room. */
    private int draw(int target, Neighbours.Found found, int[] out) {
        sources.find(target, found);
        int count = 0;
        for (int i = 0; i < found.count(); i++) {
            double thrown = Squares.uniform(Squares.bits(key, (long) target << 32 | found.neuron(i)));
            if (thrown < most && thrown < probability(found.distance(i))) {
                if (count < out.length) {
                    out[count] = found.neuron(i);
                }
                count++;
            }
        }
        return count;
    }

    private double probability(double distance) {
        double value = p.at(distance);
        if (!(value >= 0 && value <= 1)) {
            throw new ImpossibleWiring("p", noProbability(value, distance));
        }
        return value;
    }

    /** What is said of a kernel that gives something else than a probability. */
    public static String noProbability(double value, double distance) {
        return "at distance " + Unit.NONE.format(distance) + " it is "
                + (Double.isNaN(value) ? "not a number" : Unit.NONE.format(value))
                + ", which is no probability; change it so that it is from 0 to 1, for example with min(1, max(0, ...))";
    }

    @Override
    public int inDegree(int target) {
        return degrees.of(target);
    }

    @Override
    public int maxInDegree() {
        return degrees.largest();
    }

    @Override
    public long synapses() {
        return degrees.total();
    }

    @Override
    public void sources(int target, int[] out) {
        int count = draw(target, new Neighbours.Found(), out);
        Arrays.sort(out, 0, count);
    }
}
