package org.ganglion.cli.live;

import java.util.Arrays;

/**
 * Spikes of sampled neurons between two looks. Where there are too many the oldest are left out, of all groups alike, so
 * that what remains shows all from some step on.
 */
final class LatestSpikes {
    /** So many are shown of a look. */
    static final int MOST_SHOWN = 12_000;

    private final long[] steps = new long[2 * MOST_SHOWN];
    private final int[] rows = new int[2 * MOST_SHOWN];
    private int size;
    private long from; // earlier ones are left out
    private int left;

    void add(long step, int row) {
        if (step < from) {
            left++;
            return;
        }
        if (size == steps.length) {
            leaveOut();
        }
        steps[size] = step;
        rows[size] = row;
        size++;
    }

    /** Keeps the latest, at most as many as are shown. */
    private void leaveOut() {
        long[] sorted = Arrays.copyOf(steps, size);
        Arrays.sort(sorted);
        from = sorted[size - MOST_SHOWN];
        int before = size;
        size = 0;
        for (int i = 0; i < before; i++) {
            if (steps[i] >= from && size < MOST_SHOWN) {
                steps[size] = steps[i];
                rows[size] = rows[i];
                size++;
            }
        }
        left += before - size;
    }

    /** Step and row of each, since this was last asked. */
    long[] take() {
        if (size > MOST_SHOWN) {
            leaveOut();
        }
        long[] taken = new long[2 * size];
        for (int i = 0; i < size; i++) {
            taken[2 * i] = steps[i];
            taken[2 * i + 1] = rows[i];
        }
        size = 0;
        from = 0;
        return taken;
    }

    /** How many were left out since this was last asked. */
    int takeLeft() {
        int result = left;
        left = 0;
        return result;
    }
}
