package org.ganglion.io.hdf5;

/** Times of steps as they stand in files. */
public final class StepTime {
    private StepTime() {}

    /** End of a step in ms, rounded to a millionth of a millisecond, so that 3 steps of 0.1 ms are 0.3 ms. */
    public static double endMs(long step, double dtMs) {
        return startMs(step + 1, dtMs);
    }

    /** Begin of a step in ms, rounded likewise. */
    public static double startMs(long step, double dtMs) {
        return Math.round(step * dtMs * 1e6) / 1e6;
    }
}
