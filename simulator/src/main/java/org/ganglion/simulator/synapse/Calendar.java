package org.ganglion.simulator.synapse;

import java.util.Arrays;

/**
 * Which rows have synapses due at which step: a ring of lists of cursors, each the position of a run of synapses in its
 * store. This is all that is kept of a spike on its way.
 *
 * <p>A list that has been delivered is used again for the next step that needs one, so that as few lists are in use as
 * there are steps with something due, and they stay in the cache however long the ring is.
 */
public final class Calendar {
    private static final int FIRST_ROOM = 16;
    private static final int[] NONE = {};

    private final int[][] cursors; // [step & mask][..]
    private final int[] counts; // [step & mask]
    private final int mask;
    private int[][] free = new int[16][]; // lists not in use; the one used last is on top
    private int freeCount;

    /** Keeps the loads of {@link Deliver} alive that only touch memory; its value means nothing. */
    int touched;

    /** Room for cursors up to {@code steps} ahead of the step that is delivered. */
    public Calendar(int steps) {
        int slots = Integer.highestOneBit(Math.max(1, steps)) << 1;
        this.cursors = new int[slots][];
        Arrays.fill(cursors, NONE);
        this.counts = new int[slots];
        this.mask = slots - 1;
    }

    public void add(long step, int cursor) {
        int slot = (int) step & mask;
        int count = counts[slot];
        if (count == cursors[slot].length) {
            enlarge(slot, count);
        }
        cursors[slot][count] = cursor;
        counts[slot] = count + 1;
    }

    private void enlarge(int slot, int count) {
        if (count == 0 && freeCount > 0) {
            cursors[slot] = free[--freeCount];
        } else {
            cursors[slot] = Arrays.copyOf(cursors[slot], Math.max(FIRST_ROOM, 2 * count));
        }
    }

    int count(long step) {
        return counts[(int) step & mask];
    }

    /** The cursors due at a step: the first {@link #count} entries. */
    int[] due(long step) {
        return cursors[(int) step & mask];
    }

    /** Forgets what was due at a step. */
    void clear(long step) {
        int slot = (int) step & mask;
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, 2 * freeCount);
        }
        free[freeCount++] = cursors[slot];
        cursors[slot] = NONE;
        counts[slot] = 0;
    }
}
