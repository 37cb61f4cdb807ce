package org.ganglion.io.plot;

import org.ganglion.io.hdf5.StepTime;
import org.ganglion.network.Experiment;

/**
 * The part of a run that a picture shows: steps {@code first} to {@code end}, cut into columns.
 *
 * @param end at least one above {@code first}
 */
record Span(long first, long end, double dtMs) {
    /** Columns at most; the panels of a picture are this many pixels wide. */
    static final int LARGEST_COLUMNS = 1800;

    /** From the end of the warm-up to the step that was reached. */
    static Span of(Experiment experiment, long endStep) {
        long first = Math.min(experiment.settings().warmUpSteps(), Math.max(0, endStep - 1));
        return new Span(
                first, Math.max(endStep, first + 1), experiment.settings().dtMs());
    }

    long steps() {
        return end - first;
    }

    int columns() {
        return (int) Math.min(LARGEST_COLUMNS, steps());
    }

    /** Column of a step, or -1 if it is not shown. */
    int column(long step) {
        if (step < first || step >= end) {
            return -1;
        }
        return (int) ((double) (step - first) / steps() * columns());
    }

    double firstMs() {
        return StepTime.startMs(first, dtMs);
    }

    double endMs() {
        return StepTime.startMs(end, dtMs);
    }

    double seconds() {
        return (endMs() - firstMs()) / 1000;
    }
}
