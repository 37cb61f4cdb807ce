package org.ganglion.benchmarks.asynchrony;

/**
 * How many steps each stretch of a measurement has, in units of a grid on which all stretches end.
 *
 * @param grid in steps
 * @param warmUp before anything is measured
 * @param free a stretch without a barrier
 * @param latency one with a barrier and latency
 * @param jitter one with a barrier and groups that are held back
 */
record Lengths(int grid, int warmUp, int free, int latency, int jitter) {
    Lengths {
        if (Math.min(Math.min(grid, warmUp), Math.min(free, Math.min(latency, jitter))) < 1) {
            throw new IllegalArgumentException("lengths begin at 1");
        }
    }

    /** For a network that runs several times as fast as real time. */
    static final Lengths OF_A_MEASUREMENT = new Lengths(500, 80, 14, 1, 8);

    int withBarrier(Disturbance disturbance) {
        return disturbance.latencyMs() > 0 ? latency : jitter;
    }
}
