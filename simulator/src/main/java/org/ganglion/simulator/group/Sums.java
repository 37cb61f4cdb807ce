package org.ganglion.simulator.group;

/**
 * Input of the neurons of a tile summed for the next step, in whole units, by receptor.
 *
 * @param intSums {@code [receptor][neuron in tile]}; empty where no receptor of this number sums in 32 bits
 * @param longSums likewise for 64 bits
 */
record Sums(int[][] intSums, long[][] longSums) {
    int[] ints(int receptor) {
        return intSums[receptor];
    }

    long[] longs(int receptor) {
        return longSums[receptor];
    }
}
