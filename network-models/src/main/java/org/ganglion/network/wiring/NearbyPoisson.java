package org.ganglion.network.wiring;

import java.util.Arrays;
import org.ganglion.network.random.Poisson;
import org.ganglion.network.random.Squares;
import org.ganglion.network.space.Neighbours;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.Unit;

/**
 * Each source that lies near enough connects a number of times that is drawn from the Poisson distribution, with a mean
 * that depends on its distance: one draw for each pair. Sources of a target are in the order of their numbers.
 */
public final class NearbyPoisson implements Wiring {
    private final Neighbours sources;
    private final Formula mean;
    private final String name;
    private final long key;
    private final Degrees degrees;

    /**
     * @param sources finds those of a target
     * @param name what the rule calls the mean
     * @throws ImpossibleWiring where {@code mean} cannot be one
     */
    public NearbyPoisson(Neighbours sources, Formula mean, String name, long key) {
        this.sources = sources;
        this.mean = mean;
        this.name = name;
        this.key = key;
        this.degrees = Degrees.of(sources.centres(), () -> {
            Neighbours.Found found = new Neighbours.Found();
            return target -> draw(target, found, new int[0]);
        });
    }

    private int draw(int target, Neighbours.Found found, int[] out) {
        sources.find(target, found);
        int count = 0;
        for (int i = 0; i < found.count(); i++) {
            double thrown = Squares.uniform(Squares.bits(key, (long) target << 32 | found.neuron(i)));
            int times = Poisson.quantile(thrown, mean(found.distance(i)));
            for (int k = 0; k < times; k++) {
                if (count < out.length) {
                    out[count] = found.neuron(i);
                }
                count++;
            }
        }
        return count;
    }

    private double mean(double distance) {
        double value = mean.at(distance);
        if (!(value >= 0 && value <= Poisson.LARGEST_MEAN)) {
            throw new ImpossibleWiring(name, noMean(value, distance));
        }
        return value;
    }

    /** What is said of a kernel that gives something else than a mean number of synapses. */
    public static String noMean(double value, double distance) {
        return "at distance " + Unit.NONE.format(distance) + " it is "
                + (Double.isNaN(value) ? "not a number" : Unit.NONE.format(value))
                + ", which is no mean number of synapses; change it so that it is from 0 to "
                + Unit.NONE.format(Poisson.LARGEST_MEAN);
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
