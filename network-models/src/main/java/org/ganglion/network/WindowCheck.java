package org.ganglion.network;

import java.util.List;
import java.util.Optional;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** Checks from when to when something lasts, and single times of change: all lie on steps. */
final class WindowCheck {
    private WindowCheck() {}

    /**
     * Checks {@code start} and {@code stop} of an item.
     *
     * @param stopMs may be infinite
     */
    static void check(Report report, Grid grid, String path, double startMs, double stopMs) {
        boolean started = onGrid(report, grid, path + ".start", startMs);
        if (stopMs != Double.POSITIVE_INFINITY
                && onGrid(report, grid, path + ".stop", stopMs)
                && started
                && stopMs <= startMs) {
            report.add(
                    path + ".stop",
                    Unit.MILLISECOND.format(stopMs) + " is not after the start (" + Unit.MILLISECOND.format(startMs)
                            + "); raise stop or lower start");
        }
    }

    /** Whether a time is one that a step can begin at; says so where it is not. */
    static boolean onGrid(Report report, Grid grid, String at, double ms) {
        if (!ValueCheck.finite(report, at, ms, Unit.MILLISECOND)
                || !ValueCheck.inRange(report, at, ms, Unit.MILLISECOND, Range.NOT_NEGATIVE)) {
            return false;
        }
        Optional<String> complaint = grid.complaint(ms);
        complaint.ifPresent(message -> report.add(at, message));
        return complaint.isEmpty();
    }

    /** Checks times of change, which are on steps and rise, and that there is one value for each. */
    static void changes(Report report, Grid grid, String timesAt, List<Double> timesMs, String valuesAt, int values) {
        if (timesMs.isEmpty()) {
            report.add(timesAt, "there is none; give at least one time");
        }
        if (timesMs.size() != values) {
            String what = valuesAt.substring(valuesAt.lastIndexOf('.') + 1).replace('_', ' ');
            report.add(
                    valuesAt,
                    "there are " + values + " " + what + " for " + timesMs.size() + " times; give one for each");
        }
        for (int i = 0; i < timesMs.size(); i++) {
            String at = timesAt + "." + i;
            boolean sound = onGrid(report, grid, at, timesMs.get(i));
            if (sound && i > 0 && timesMs.get(i) <= timesMs.get(i - 1)) {
                report.add(at, StimulusCheck.notAfter(timesMs.get(i), timesMs.get(i - 1)));
            }
        }
    }
}
