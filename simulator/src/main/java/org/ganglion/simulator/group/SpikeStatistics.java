package org.ganglion.simulator.group;

/**
 * Counts and inter-spike intervals of the neurons of a slice, in whole numbers, so that they add up in any order. Those of
 * a neuron lie together: a spike meets them out of the blue, and what it has to fetch from memory should be one place.
 */
final class SpikeStatistics {
    /** Numbers of one neuron: count, last step, sum of intervals, sum of their squares; times in steps. */
    static final int NUMBERS = 4;

    private static final int LAST = 1;
    private static final int SUM = 2;
    private static final int SQUARES = 3;

    private final long[] numbers; // [NUMBERS * neuron + which]

    SpikeStatistics(int neurons) {
        numbers = new long[NUMBERS * neurons];
    }

    /** Several spikes at once have intervals of 0 between them. */
    void add(int neuron, long step, int multiplicity) {
        int at = NUMBERS * neuron;
        if (numbers[at] > 0) {
            long interval = step - numbers[at + LAST];
            numbers[at + SUM] += interval;
            numbers[at + SQUARES] += interval * interval;
        }
        numbers[at] += multiplicity;
        numbers[at + LAST] = step;
    }

    void copy(int neuron, long[] target, int offset) {
        System.arraycopy(numbers, NUMBERS * neuron, target, offset, NUMBERS);
    }

    void restore(int neuron, long[] source, int offset) {
        System.arraycopy(source, offset, numbers, NUMBERS * neuron, NUMBERS);
    }

    long count(int neuron) {
        return numbers[NUMBERS * neuron];
    }

    /** Standard deviation of the intervals over their mean; NaN if there are none. */
    double cv(int neuron) {
        double n = count(neuron) - 1;
        double mean = numbers[NUMBERS * neuron + SUM] / n;
        double variance = numbers[NUMBERS * neuron + SQUARES] / n - mean * mean;
        return Math.sqrt(Math.max(0, variance)) / mean;
    }
}
