package org.ganglion.simulator.group;

import java.util.Arrays;

/**
 * Which rows have synapses due at which step: a ring of lists of cursors, each the position of a run of synapses in its
 * store. This is all that is kept of a spike on its way.
 */
public final class Calendar {
    private static final int FIRST_ROOM = 16;

    private final int[][] cursors; // [step & mask][..]
    private final int[] counts; // [step & mask]
    private final int mask;

    /** Keeps the loads of {@link Deliver} alive that only touch memory; its value means nothing. */
    int touched;

    /** Room for cursors up to {@code steps} ahead of the step that is delivered. */
    public Calendar(int steps) {
        int slots = Integer.highestOneBit(Math.max(1, steps)) << 1;
        this.cursors = new int[slots][0];
        this.counts = new int[slots];
        this.mask = slots - 1;
    }

    public void add(long step, int cursor) {
        int slot = (int) step & mask;
        int count = counts[slot];
        if (count == cursors[slot].length) {
            cursors[slot] = Arrays.copyOf(cursors[slot], Math.max(FIRST_ROOM, 2 * count));
        }
        cursors[slot][count] = cursor;
        counts[slot] = count + 1;
    }

    int count(long step) {
        return counts[(int) step & mask];
    }

    /** The cursors due at a step: the first {@link #count} entries. */
    int[] due(long step) {
        return cursors[(int) step & mask];
    }

    void clear(long step) {
        counts[(int) step & mask] = 0;
    }
}
