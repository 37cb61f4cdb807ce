package org.ganglion.simulator.synapse;

/**
 * How rows are brought from memory before they are needed, since Java has no prefetch: {@link Deliver} loads one word of
 * each of the first cache lines of the next runs, independent loads that the core keeps in flight together. How many lines
 * of how many runs was measured (docs/benchmarks.md, "touch ahead").
 *
 * @param runs touched together
 * @param lines of each run
 */
public record TouchAhead(int runs, int lines) {
    private static final int LINE_BYTES = 64;
    private static final int MOST_LINES = 16;
    private static final int LINES_TOGETHER = 128;
    private static final int LEAST_RUNS = 16;
    private static final int MOST_RUNS = 32;

    /** So many lines of a run the core has fetched by itself, as it read the run before in the same row. */
    private static final int LINES_BY_ITSELF = 3;

    /**
     * For rows of a table. A run that stands alone begins anywhere in its first line, so that it ends in one line more.
     *
     * @param runBytes mean length of a run
     * @param runsPerRow mean number of runs in a row
     */
    public static TouchAhead of(double runBytes, double runsPerRow) {
        double ahead = runBytes / LINE_BYTES;
        double needed = runsPerRow < 2 ? Math.ceil(ahead) + 1 : Math.round(ahead - LINES_BY_ITSELF);
        int lines = (int) Math.max(1, Math.min(MOST_LINES, needed));
        return new TouchAhead(Math.clamp(LINES_TOGETHER / lines, LEAST_RUNS, MOST_RUNS), lines);
    }
}
