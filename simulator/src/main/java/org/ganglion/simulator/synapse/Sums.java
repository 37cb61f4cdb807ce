package org.ganglion.simulator.synapse;

/**
 * Input of the neurons of a tile summed for the next step, in whole units, by receptor.
 *
 * @param intSums {@code [receptor][neuron in tile]}; empty where no receptor of this number sums in 32 bits
 * @param longSums likewise for 64 bits
 */
public record Sums(int[][] intSums, long[][] longSums) {

    /** Sums of a receptor in 32 bits: {@code [neuron in tile]}. */
    public int[] ints(int receptor) {
        return intSums[receptor];
    }

    /** Likewise in 64 bits. */
    public long[] longs(int receptor) {
        return longSums[receptor];
    }
}
