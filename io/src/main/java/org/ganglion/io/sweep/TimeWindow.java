package org.ganglion.io.sweep;

import java.util.Optional;
import org.ganglion.network.RunSettings;

/**
 * The part of a run that a measure looks at: what is after one time, and not after another.
 *
 * @param fromMs its beginning; minus infinity for that of what is recorded, the end of the warm-up
 * @param toMs its end; infinity for that of the run
 */
public record TimeWindow(double fromMs, double toMs) {
    /** All that is recorded. */
    public static final TimeWindow WHOLE = new TimeWindow(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public TimeWindow {
        if (!(fromMs < toMs)) {
            throw new IllegalArgumentException("from " + fromMs + " ms to " + toMs + " ms is no window");
        }
    }

    /** Whether all that is recorded is looked at. */
    public boolean isWhole() {
        return equals(WHOLE);
    }

    public boolean hasBeginning() {
        return Double.isFinite(fromMs);
    }

    public boolean hasEnd() {
        return Double.isFinite(toMs);
    }

    /** The first step that it looks at, in a run with these settings. */
    public long firstStep(RunSettings settings) {
        return hasBeginning() ? Math.round(fromMs / settings.dtMs()) : settings.warmUpSteps();
    }

    /** The step before which it ends. */
    public long endStep(RunSettings settings) {
        return hasEnd() ? Math.round(toMs / settings.dtMs()) : settings.endStep();
    }

    /** Why a run with these settings does not have it. */
    public Optional<String> objection(RunSettings settings) {
        long first = firstStep(settings);
        long end = endStep(settings);
        if (first >= settings.warmUpSteps() && end <= settings.endStep() && end > first) {
            return Optional.empty();
        }
        return Optional.of(this + " does not lie within the run, which is recorded from "
                + ms(settings.warmUpSteps(), settings) + " to " + ms(settings.endStep(), settings)
                + "; give other times, or change simulation.duration or simulation.warm-up");
    }

    private static String ms(long step, RunSettings settings) {
        return ms(Math.round(step * settings.dtMs() * 1e6) / 1e6);
    }

    private static String ms(double time) {
        return (time == Math.rint(time) ? Long.toString((long) time) : Double.toString(time)) + " ms";
    }

    /** As it is written, such as {@code from 100 ms to 200 ms}. */
    @Override
    public String toString() {
        String text = (hasBeginning() ? "from " + ms(fromMs) : "") + (hasEnd() ? " to " + ms(toMs) : "");
        return text.isEmpty() ? "whole" : text.strip();
    }
}
