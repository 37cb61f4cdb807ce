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
