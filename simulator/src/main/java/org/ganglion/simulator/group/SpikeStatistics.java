package org.ganglion.simulator.group;

/** Counts and inter-spike intervals of the neurons of a slice, in whole numbers, so that they add up in any order. */
final class SpikeStatistics {
    private final long[] counts;
    private final long[] lastSteps;
    private final long[] intervalSums; // steps
    private final long[] intervalSquareSums; // steps squared

    SpikeStatistics(int neurons) {
        counts = new long[neurons];
        lastSteps = new long[neurons];
        intervalSums = new long[neurons];
        intervalSquareSums = new long[neurons];
    }

    /** Several spikes at once have intervals of 0 between them. */
    void add(int neuron, long step, int multiplicity) {
        if (counts[neuron] > 0) {
            long interval = step - lastSteps[neuron];
            intervalSums[neuron] += interval;
            intervalSquareSums[neuron] += interval * interval;
        }
        counts[neuron] += multiplicity;
        lastSteps[neuron] = step;
    }

    /** Numbers of one neuron that {@link #copy} writes. */
    static final int NUMBERS = 4;

    void copy(int neuron, long[] target, int offset) {
        target[offset] = counts[neuron];
        target[offset + 1] = lastSteps[neuron];
        target[offset + 2] = intervalSums[neuron];
        target[offset + 3] = intervalSquareSums[neuron];
    }

    void restore(int neuron, long[] source, int offset) {
        counts[neuron] = source[offset];
        lastSteps[neuron] = source[offset + 1];
        intervalSums[neuron] = source[offset + 2];
        intervalSquareSums[neuron] = source[offset + 3];
    }

    long count(int neuron) {
        return counts[neuron];
    }

    /** Standard deviation of the intervals over their mean; NaN if there are none. */
    double cv(int neuron) {
        double n = counts[neuron] - 1;
        double mean = intervalSums[neuron] / n;
        double variance = intervalSquareSums[neuron] / n - mean * mean;
        return Math.sqrt(Math.max(0, variance)) / mean;
    }
}
