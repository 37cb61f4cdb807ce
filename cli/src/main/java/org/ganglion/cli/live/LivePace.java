package org.ganglion.cli.live;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a run is of late: looks at the last seconds in which it was running. */
final class LivePace {
    private static final double WINDOW_SECONDS = 8;

    private final double dtMs;
    private final Deque<Moment> moments = new ArrayDeque<>(); // oldest first
    private double running; // seconds of running so far
    private long before; // wall clock at the last look
    private boolean ran; // at the last look

    private record Moment(double seconds, long step, long spikes) {}

    LivePace(double dtMs) {
        this.dtMs = dtMs;
    }

    /** Takes note of how far the run is. */
    void look(long nowNs, boolean runs, long step, long spikes) {
        if (ran) {
            running += (nowNs - before) * 1e-9;
        }
        before = nowNs;
        ran = runs;
        if (!moments.isEmpty() && step < moments.getLast().step()) {
            moments.clear(); // groups were lost and begin again at an earlier step
        }
        moments.addLast(new Moment(running, step, spikes));
        while (moments.size() > 2 && moments.getFirst().seconds() < running - WINDOW_SECONDS) {
            moments.removeFirst();
        }
    }

    /** Seconds for a second of model time; NaN while it cannot be told. */
    double realTimeFactor() {
        double modelSeconds = steps() * dtMs / 1000;
        return modelSeconds > 0 ? seconds() / modelSeconds : Double.NaN;
    }

    /** Spikes in a second of model time, NaN while that cannot be told. */
    double spikesPerSecond() {
        double modelSeconds = steps() * dtMs / 1000;
        long spikes = moments.isEmpty()
                ? 0
                : moments.getLast().spikes() - moments.getFirst().spikes();
        return modelSeconds > 0 ? spikes / modelSeconds : Double.NaN;
    }

    /** Seconds that so many steps will take; NaN while it cannot be told. */
    double secondsFor(long more) {
        return steps() > 0 ? more * seconds() / steps() : Double.NaN;
    }

    private double seconds() {
        return moments.isEmpty() ? 0 : running - moments.getFirst().seconds();
    }

    private long steps() {
        return moments.isEmpty()
                ? 0
                : moments.getLast().step() - moments.getFirst().step();
    }
}
