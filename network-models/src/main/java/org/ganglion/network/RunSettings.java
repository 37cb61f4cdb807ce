package org.ganglion.network;

/**
 * How long and how finely a network is simulated, and by how many.
 *
 * <p>Results depend on {@code dtMs}, the times and the seed only, and on {@code maxRateHz} where it ends the run; {@code groups}, {@code threads} and {@code barrier}
 * change how fast they come.
 *
 * @param dtMs length of a step
 * @param durationMs model time after the warm-up
 * @param warmUpMs model time before recording and statistics begin
 * @param groups number of neuron groups; 0 leaves it to the simulator
 * @param threads number of threads; 0 leaves it to the simulator
 * @param barrier whether all groups wait for each other at the smallest delay of the network: a control for comparisons
 * @param maxRateHz rate above which a population ends the run; infinite for none
 */
public record RunSettings(
        double dtMs,
        double durationMs,
        double warmUpMs,
        long seed,
        int groups,
        int threads,
        boolean barrier,
        double maxRateHz) {

    /** A rate that no population of real neurons holds. */
    public static final double STANDARD_MAX_RATE_HZ = 300;

    /** What a pool of threads of the JDK can have. */
    public static final int MOST_THREADS = 32_767;

    /** Steps of the longest run, warm-up included: random draws are keyed by 31 bits of the step. */
    public static final int MOST_STEPS = Integer.MAX_VALUE;

    public static final RunSettings DEFAULT = new RunSettings(0.1, 1000, 0, 1, 0, 0, false);

    /** Settings with the standard bound on rates. */
    public RunSettings(
            double dtMs, double durationMs, double warmUpMs, long seed, int groups, int threads, boolean barrier) {
        this(dtMs, durationMs, warmUpMs, seed, groups, threads, barrier, STANDARD_MAX_RATE_HZ);
    }

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
        return new RunSettings(value, durationMs, warmUpMs, seed, groups, threads, barrier, maxRateHz);
    }

    public RunSettings withDurationMs(double value) {
        return new RunSettings(dtMs, value, warmUpMs, seed, groups, threads, barrier, maxRateHz);
    }

    public RunSettings withWarmUpMs(double value) {
        return new RunSettings(dtMs, durationMs, value, seed, groups, threads, barrier, maxRateHz);
    }

    public RunSettings withSeed(long value) {
        return new RunSettings(dtMs, durationMs, warmUpMs, value, groups, threads, barrier, maxRateHz);
    }

    public RunSettings withGroups(int value) {
        return new RunSettings(dtMs, durationMs, warmUpMs, seed, value, threads, barrier, maxRateHz);
    }

    public RunSettings withThreads(int value) {
        return new RunSettings(dtMs, durationMs, warmUpMs, seed, groups, value, barrier, maxRateHz);
    }

    public RunSettings withBarrier(boolean value) {
        return new RunSettings(dtMs, durationMs, warmUpMs, seed, groups, threads, value, maxRateHz);
    }

    /** With another rate that ends the run; an infinite one ends none. */
    public RunSettings withMaxRateHz(double value) {
        return new RunSettings(dtMs, durationMs, warmUpMs, seed, groups, threads, barrier, value);
    }
}
