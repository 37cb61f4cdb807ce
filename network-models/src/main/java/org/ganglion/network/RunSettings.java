package org.ganglion.network;

/**
 * How long and how finely a network is simulated, and by how many.
 *
 * <p>Results depend on {@code dtMs}, the times and the seed only; {@code groups}, {@code threads} and {@code barrier}
 * change how fast they come.
 *
 * @param dtMs length of a step
 * @param durationMs model time after the warm-up
 * @param warmUpMs model time before recording and statistics begin
 * @param groups number of neuron groups; 0 leaves it to the simulator
 * @param threads number of threads; 0 leaves it to the simulator
 * @param barrier whether all groups wait for each other at the smallest delay of the network: a control for comparisons
 */
public record RunSettings(
        double dtMs, double durationMs, double warmUpMs, long seed, int groups, int threads, boolean barrier) {

    public static final RunSettings DEFAULT = new RunSettings(0.1, 1000, 0, 1, 0, 0, false);

    public long warmUpSteps() {
        return Math.round(warmUpMs / dtMs);
    }

    public long durationSteps() {
        return Math.round(durationMs / dtMs);
    }

    /** Steps of the whole run, warm-up included. */
    public long endStep() {
        return warmUpSteps() + durationSteps();
    }

    public RunSettings withDtMs(double value) {
        return new RunSettings(value, durationMs, warmUpMs, seed, groups, threads, barrier);
    }

    public RunSettings withDurationMs(double value) {
        return new RunSettings(dtMs, value, warmUpMs, seed, groups, threads, barrier);
    }

    public RunSettings withWarmUpMs(double value) {
        return new RunSettings(dtMs, durationMs, value, seed, groups, threads, barrier);
    }

    public RunSettings withSeed(long value) {
        return new RunSettings(dtMs, durationMs, warmUpMs, value, groups, threads, barrier);
    }

    public RunSettings withGroups(int value) {
        return new RunSettings(dtMs, durationMs, warmUpMs, seed, value, threads, barrier);
    }

    public RunSettings withThreads(int value) {
        return new RunSettings(dtMs, durationMs, warmUpMs, seed, groups, value, barrier);
    }

    public RunSettings withBarrier(boolean value) {
        return new RunSettings(dtMs, durationMs, warmUpMs, seed, groups, threads, value);
    }
}
