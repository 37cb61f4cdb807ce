package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.function.LongSupplier;

/** Wall time of a run, without the time that it stood paused, and with the warm-up counted apart. */
public final class WallClock {
    private final long warmUpEnd;
    private final LongSupplier runningNanos;
    private double warmUpSeconds;
    private double seconds;

    /**
     * @param warmUpEnd first step after the warm-up
     * @param pausedNanos for how long the run has stood paused so far
     */
    public WallClock(long warmUpEnd, LongSupplier pausedNanos) {
        this(warmUpEnd, System::nanoTime, pausedNanos);
    }

    WallClock(long warmUpEnd, LongSupplier nowNanos, LongSupplier pausedNanos) {
        this.warmUpEnd = warmUpEnd;
        this.runningNanos = () -> nowNanos.getAsLong() - pausedNanos.getAsLong();
    }

    /** Advances something to a step. */
    public interface Leg {
        void runTo(long step) throws IOException, InterruptedException;
    }

    /** Runs from one step to another, stopping at the end of the warm-up in between to read the clock. */
    public void run(long from, long to, Leg leg) throws IOException, InterruptedException {
        if (from < warmUpEnd) {
            long begin = runningNanos.getAsLong();
            leg.runTo(Math.min(to, warmUpEnd));
            warmUpSeconds += (runningNanos.getAsLong() - begin) * 1e-9;
        }
        if (to > warmUpEnd) {
            long begin = runningNanos.getAsLong();
            leg.runTo(to);
            seconds += (runningNanos.getAsLong() - begin) * 1e-9;
        }
    }

    public double warmUpSeconds() {
        return warmUpSeconds;
    }

    /** Wall time after the warm-up, without pauses. */
    public double seconds() {
        return seconds;
    }
}
