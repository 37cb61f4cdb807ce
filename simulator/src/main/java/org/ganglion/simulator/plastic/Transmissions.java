package org.ganglion.simulator.plastic;

import java.util.Arrays;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.random.Squares;

/**
 * A random number for each spike and synapse, keyed by the number of the projection, the step in which the spike was emitted,
 * how many its neuron had emitted in that step before, and the synapse's target and number.
 */
final class Transmissions {
    private static final int CACHED = 256;
    private static final int MOST_AT_ONCE = 16; // bits

    private final long seed;
    private final int projection;
    private final long[] spikes = new long[CACHED];
    private final long[] keys = new long[CACHED];

    Transmissions(long seed, int projection) {
        this.seed = seed;
        this.projection = projection;
        Arrays.fill(spikes, -1);
    }

    /** The key of a spike, the {@code nth} of its neuron in a step, counted from 0. */
    long key(long step, int nth) {
        long spike = step << MOST_AT_ONCE | nth;
        int slot = (int) (step + nth) & (CACHED - 1);
        if (spikes[slot] != spike) {
            spikes[slot] = spike;
            keys[slot] = Keys.of(seed, Purpose.TRANSMISSION, projection, spike);
        }
        return keys[slot];
    }

    /** Strictly between 0 and 1. */
    static double uniform(long key, long synapse) {
        return Squares.uniform(Squares.bits(key, synapse));
    }
}
