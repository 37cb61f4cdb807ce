package org.ganglion.simulator.group;

import java.io.IOException;

/** Wall time of a run, with the warm-up counted apart. */
public final class WallClock {
    private final long warmUpEnd;
    private double warmUpSeconds;
    private double seconds;

    /** @param warmUpEnd first step after the warm-up */
    public WallClock(long warmUpEnd) {
        this.warmUpEnd = warmUpEnd;
    }

    /** Advances something to a step. */
    public interface Leg {
        void runTo(long step) throws IOException, InterruptedException;
    }

    /** Runs from one step to another, stopping at the end of the warm-up in between to read the clock. */
    public void run(long from, long to, Leg leg) throws IOException, InterruptedException {
        if (from < warmUpEnd) {
            long begin = System.nanoTime();
            leg.runTo(Math.min(to, warmUpEnd));
            warmUpSeconds += (System.nanoTime() - begin) * 1e-9;
        }
        if (to > warmUpEnd) {
            long begin = System.nanoTime();
            leg.runTo(to);
            seconds += (System.nanoTime() - begin) * 1e-9;
        }
    }

    public double warmUpSeconds() {
        return warmUpSeconds;
    }

    /** Wall time after the warm-up. */
    public double seconds() {
        return seconds;
    }
}
