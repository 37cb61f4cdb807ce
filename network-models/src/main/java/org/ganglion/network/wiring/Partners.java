package org.ganglion.network.wiring;

import org.ganglion.network.random.Squares;

/**
 * Draws the partners of one neuron, each candidate equally likely: two partners from each 64 bits of {@link Squares} at
 * counter {@code (neuron << 32) | number / 2}.
 */
public final class Partners {
    /** Stands for "no neuron is left out". */
    public static final int NOBODY = Integer.MAX_VALUE;

    private Partners() {}

    /**
     * Draws partners that may repeat, into {@code out[0 .. count)}. Allocates nothing. The specification of
     * {@link PartnersVector}.
     *
     * @param candidates how many may be drawn, the one left out not counted
     * @param leftOut the index that is skipped over, or {@link #NOBODY}
     */
    public static void repeating(long key, int neuron, int count, int candidates, int leftOut, int[] out) {
        repeatingFrom(0, key, neuron, count, candidates, leftOut, out);
    }

    /** The same from partner {@code first} on, which must be even. */
    static void repeatingFrom(int first, long key, int neuron, int count, int candidates, int leftOut, int[] out) {
        long base = (long) neuron << 32;
        int pairs = count >> 1;
        for (int i = first >> 1; i < pairs; i++) {
            long bits = Squares.bits(key, base | i);
            out[2 * i] = skip(Squares.indexLow(bits, candidates), leftOut);
            out[2 * i + 1] = skip(Squares.indexHigh(bits, candidates), leftOut);
        }
        if ((count & 1) != 0) {
            out[count - 1] = skip(Squares.indexLow(Squares.bits(key, base | pairs), candidates), leftOut);
        }
    }

    /**
     * Draws different partners, into {@code out[0 .. count)}, every set of that size equally likely. R. W. Floyd's
     * sampling (J. Bentley and R. W. Floyd, "A sample of brilliance", Communications of the ACM 30 (1987), doi
     * 10.1145/30401.315746). Allocates one scratch array of at most 16 bytes per partner.
     */
    public static void different(long key, int neuron, int count, int candidates, int leftOut, int[] out) {
        if (count > candidates) {
            throw new IllegalArgumentException("cannot draw " + count + " different ones of " + candidates);
        }
        if (count > candidates >> 1) {
            allBut(key, neuron, candidates - count, candidates, out);
        } else if (candidates >> 7 <= count) {
            long[] taken = new long[(candidates + 63) >> 6];
            sparse(key, neuron, count, candidates, taken, out);
        } else {
            scattered(key, neuron, count, candidates, out);
        }
        for (int i = 0; i < count; i++) {
            out[i] = skip(out[i], leftOut);
        }
    }

    private static int skip(int index, int leftOut) {
        // Adds 1 where index >= leftOut, without a branch.
        return index + ((leftOut - 1 - index) >>> 31);
    }

    /** Floyd's sampling with one bit per candidate. */
    private static void sparse(long key, int neuron, int count, int candidates, long[] taken, int[] out) {
        for (int i = 0; i < count; i++) {
            int last = candidates - count + i;
            int pick = index(key, neuron, i, last + 1);
            if ((taken[pick >> 6] & (1L << pick)) != 0) {
                pick = last;
            }
            taken[pick >> 6] |= 1L << pick;
            out[i] = pick;
        }
    }

    /** Floyd's sampling with a hash table, for few partners among many candidates. */
    private static void scattered(long key, int neuron, int count, int candidates, int[] out) {
        int shift = Integer.numberOfLeadingZeros(Math.max(1, count)) - 1;
        int[] slots = new int[1 << (32 - shift)];
        for (int i = 0; i < count; i++) {
            int last = candidates - count + i;
            int pick = index(key, neuron, i, last + 1);
            if (!insert(slots, shift, pick)) {
                pick = last;
                insert(slots, shift, pick);
            }
            out[i] = pick;
        }
    }

    /** Puts an index into an open table, where 0 is an empty slot; false if it was there. */
    private static boolean insert(int[] slots, int shift, int pick) {
        int at = (pick * 0x9E3779B9) >>> shift;
        while (slots[at] != 0) {
            if (slots[at] == pick + 1) {
                return false;
            }
            at = (at + 1) & (slots.length - 1);
        }
        slots[at] = pick + 1;
        return true;
    }

    /** More than half of all: draws those that are not taken. */
    private static void allBut(long key, int neuron, int missing, int candidates, int[] out) {
        long[] left = new long[(candidates + 63) >> 6];
        sparse(key, neuron, missing, candidates, left, out);
        int size = 0;
        for (int i = 0; i < candidates; i++) {
            if ((left[i >> 6] & (1L << i)) == 0) {
                out[size++] = i;
            }
        }
    }

    private static int index(long key, int neuron, int number, int bound) {
        long bits = Squares.bits(key, ((long) neuron << 32) | (number >> 1));
        return (number & 1) == 0 ? Squares.indexLow(bits, bound) : Squares.indexHigh(bits, bound);
    }
}
