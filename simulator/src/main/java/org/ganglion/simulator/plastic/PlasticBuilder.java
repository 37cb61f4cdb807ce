package org.ganglion.simulator.plastic;

import java.util.Arrays;
import org.ganglion.network.synapse.Plasticity;

/** Collects what {@link PlasticSynapses} need beside their words while these are written, target after target. */
public final class PlasticBuilder {
    private final Plasticity rule;
    private final int maxDelay;
    private final double unit;
    private final int longHistory;
    private double[] numbers = {};
    private int[] runs = new int[64];
    private int runCount;
    private int[] begins = new int[64]; // [neuron]
    private int neurons;
    private int firstTarget;
    private int[] positions = {};
    private int synapses;

    /**
     * @param maxDelay largest delay of any synapse of the projection, in steps
     * @param unit what weights are summed in, a power of two
     */
    public PlasticBuilder(Plasticity rule, int maxDelay, double unit) {
        this(rule, maxDelay, unit, PlasticSynapses.LONG_HISTORY);
    }

    PlasticBuilder(Plasticity rule, int maxDelay, double unit, int longHistory) {
        this.rule = rule;
        this.maxDelay = maxDelay;
        this.unit = unit;
        this.longHistory = longHistory;
    }

    /** Makes room, once the number of words and of synapses is known. */
    public void begin(int words, int count) {
        numbers = new double[words];
        positions = new int[count];
    }

    /** Notes that a header stands here; headers come in rising order. */
    public void header(int position) {
        if (runCount == runs.length) {
            runs = Arrays.copyOf(runs, 2 * runCount);
        }
        runs[runCount++] = position;
    }

    /** Begins the synapses of the next target, given by its number in the tile; targets follow each other without gaps. */
    public void target(int target) {
        if (neurons == 0) {
            firstTarget = target;
        }
        if (neurons + 1 >= begins.length) {
            begins = Arrays.copyOf(begins, 2 * begins.length);
        }
        begins[neurons++] = synapses;
    }

    /** The next synapse of the target, by number, and the weight that it begins with. */
    public void synapse(int position, double weight) {
        positions[synapses++] = position;
        numbers[position] = rule.kept(weight);
    }

    public PlasticSynapses build(int[] words) {
        begins[neurons] = synapses;
        return new PlasticSynapses(
                rule,
                firstTarget,
                maxDelay,
                unit,
                longHistory,
                words,
                numbers,
                Arrays.copyOf(runs, runCount),
                Arrays.copyOf(begins, neurons + 1),
                positions);
    }
}
