package org.ganglion.simulator.synapse;

import java.util.Arrays;

/**
 * What is due at a step, sorted by the tile of its target, before it is added to the sums of one tile after the other. Each
 * entry is as in the table it comes from.
 */
final class Buckets {
    /** Entries copied at once: what is too much of them is written over by the next ones. */
    static final int COPY = 16;

    private static final int FIRST_ROOM = 1024;

    private final short[][] shorts; // [tile][..]
    private final int[][] ints; // [tile][..]
    private final int[] counts; // [tile]

    /** Of entries of 16 bits, or of 32. */
    Buckets(int tiles, boolean small) {
        this.shorts = new short[tiles][small ? FIRST_ROOM : 0];
        this.ints = new int[tiles][small ? 0 : FIRST_ROOM];
        this.counts = new int[tiles];
    }

    int count(int tile) {
        return counts[tile];
    }

    short[] shorts(int tile) {
        return shorts[tile];
    }

    int[] ints(int tile) {
        return ints[tile];
    }

    void clear(int tile) {
        counts[tile] = 0;
    }

    /** Takes some entries of a store; it has {@link #COPY} more after its last one. */
    void add(int tile, short[] words, int begin, int count) {
        int to = counts[tile];
        if (to + count + COPY > shorts[tile].length) {
            shorts[tile] = Arrays.copyOf(shorts[tile], 2 * (to + count + COPY));
        }
        short[] bucket = shorts[tile];
        for (int i = 0; i < count; i += COPY) {
            System.arraycopy(words, begin + i, bucket, to + i, COPY);
        }
        counts[tile] = to + count;
    }

    /** Likewise. */
    void add(int tile, int[] words, int begin, int count) {
        int to = counts[tile];
        if (to + count + COPY > ints[tile].length) {
            ints[tile] = Arrays.copyOf(ints[tile], 2 * (to + count + COPY));
        }
        int[] bucket = ints[tile];
        for (int i = 0; i < count; i += COPY) {
            System.arraycopy(words, begin + i, bucket, to + i, COPY);
        }
        counts[tile] = to + count;
    }
}
