package org.ganglion.io.analysis;

/** A histogram of whole numbers of steps that doubles the width of its bins whenever a number lies above the last. */
final class IntervalCounts {
    private static final int BINS = 4096;

    private final long[] counts = new long[BINS];
    private long width = 1;

    void add(long steps) {
        while (steps / width >= BINS) {
            for (int i = 0; i < BINS / 2; i++) {
                counts[i] = counts[2 * i] + counts[2 * i + 1];
            }
            java.util.Arrays.fill(counts, BINS / 2, BINS, 0);
            width *= 2;
        }
        counts[(int) (steps / width)]++;
    }

    /** The histogram in ms; each bin holds the intervals of {@code width} numbers of steps, from its beginning on. */
    Histogram histogram(double dtMs) {
        return new Histogram(0, width * dtMs, counts.clone(), 0);
    }
}
