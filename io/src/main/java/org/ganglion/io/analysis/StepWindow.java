package org.ganglion.io.analysis;

import org.ganglion.io.hdf5.StepTime;

/**
 * A part of a run: steps {@code first} to {@code end}.
 *
 * @param first step with which it begins
 * @param end step before which it ends
 * @param dtMs length of a step
 */
public record StepWindow(long first, long end, double dtMs) {
    public StepWindow {
        if (first < 0 || end < first || !(dtMs > 0)) {
            throw new IllegalArgumentException("steps " + first + " to " + end + " of " + dtMs + " ms are no window");
        }
    }

    public long steps() {
        return end - first;
    }

    public boolean contains(long step) {
        return step >= first && step < end;
    }

    public double firstMs() {
        return StepTime.startMs(first, dtMs);
    }

    public double endMs() {
        return StepTime.startMs(end, dtMs);
    }

    public double seconds() {
        return steps() * dtMs / 1000;
    }

    /** The part of it that lies in another one; empty, where it begins, if there is none. */
    public StepWindow within(StepWindow other) {
        long begin = Math.clamp(first, other.first, other.end);
        return new StepWindow(begin, Math.max(begin, Math.min(end, other.end)), dtMs);
    }
}
