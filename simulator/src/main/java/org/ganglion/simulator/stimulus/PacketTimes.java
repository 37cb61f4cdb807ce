package org.ganglion.simulator.stimulus;

import org.ganglion.network.random.Keys;
import org.ganglion.network.random.NormalQuantile;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.random.Squares;

/**
 * When the spikes of pulse packets come.
 *
 * @param centersMs of the packets, rising
 * @param startStep spikes of earlier steps are left out
 * @param endStep likewise of this step and later ones
 */
record PacketTimes(
        double[] centersMs, int activity, double sdevMs, double dtMs, long startStep, long endStep, long[] keys) {

    /** No normal number from 52 random bits is larger. */
    private static final double LARGEST = 8.3;

    /** @param stimulus number of the stimulus that the draws are keyed by */
    static PacketTimes of(
            long seed,
            int stimulus,
            double[] centersMs,
            int activity,
            double sdevMs,
            double dtMs,
            long start,
            long end) {
        long[] keys = new long[centersMs.length];
        for (int p = 0; p < keys.length; p++) {
            keys[p] = Keys.of(seed, Purpose.PULSE, stimulus, p);
        }
        return new PacketTimes(centersMs, activity, sdevMs, dtMs, start, end, keys);
    }

    int packets() {
        return centersMs.length;
    }

    /** A step before which no spike of a packet comes. */
    long firstStep(int packet) {
        return stepOf(centersMs[packet] - LARGEST * sdevMs);
    }

    /** A step after which no spike of a packet comes. */
    long lastStep(int packet) {
        return stepOf(centersMs[packet] + LARGEST * sdevMs);
    }

    /** The step that ends at a time or, where none does, the one in which it lies. */
    private long stepOf(double ms) {
        return (long) Math.ceil(ms / dtMs - 1e-6) - 1;
    }

    /** The step in which a spike comes; -1 if it is left out. */
    long step(int packet, int neuron, int spike) {
        double uniform = Squares.uniform(Squares.bits(keys[packet], (long) neuron << 32 | spike));
        long step = stepOf(centersMs[packet] + sdevMs * NormalQuantile.of(uniform));
        return step >= startStep && step < endStep ? step : -1;
    }
}
