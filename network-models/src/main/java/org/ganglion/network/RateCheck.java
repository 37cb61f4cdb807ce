package org.ganglion.network;

import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * Checks a rate over the time in which it counts.
 *
 * @param path of its stimulus
 * @param fromMs begin of that time
 * @param toMs end of that time
 */
record RateCheck(Report report, Grid grid, String path, double fromMs, double toMs) {

    /** The largest expected number of spikes onto one neuron in one step. */
    private static final double MAX_SPIKES_PER_STEP = 1e6;

    /** A formula is looked at in so many steps, evenly spread, before the run; in the others when their turn comes. */
    private static final int STEPS_LOOKED_AT = 10_000;

    /** @param positive whether a sinusoid must not fall below zero, where it would be taken as zero otherwise */
    void check(Rate rate, boolean positive) {
        switch (rate) {
            case Rate.Constant(double rateHz) -> constant("rate", rateHz);
            case Rate.Steps steps -> steps(steps);
            case Rate.Course course -> course(course);
            case Rate.Sinusoid sinusoid -> sinusoid(sinusoid, positive);
        }
    }

    void constant(String key, double rateHz) {
        String at = path + "." + key;
        if (ValueCheck.finite(report, at, rateHz, Unit.HERTZ)
                && ValueCheck.inRange(report, at, rateHz, Unit.HERTZ, Range.NOT_NEGATIVE)
                && tooMany(rateHz)) {
            report.add(at, Unit.HERTZ.format(rateHz) + moreThanAllowed());
        }
    }

    private boolean tooMany(double rateHz) {
        return grid.usable() && rateHz * grid.dtMs() / 1000 > MAX_SPIKES_PER_STEP;
    }

    private String moreThanAllowed() {
        return " gives more than " + (long) MAX_SPIKES_PER_STEP + " spikes in one step (" + grid.step()
                + "); lower the rate or simulation.dt";
    }

    private void steps(Rate.Steps steps) {
        String values = path + ".rate_values";
        WindowCheck.changes(
                report,
                grid,
                path + ".rate_times",
                steps.timesMs(),
                values,
                steps.ratesHz().size());
        for (int i = 0; i < steps.ratesHz().size(); i++) {
            constant("rate_values." + i, steps.ratesHz().get(i));
        }
    }

    private void sinusoid(Rate.Sinusoid sinusoid, boolean positive) {
        boolean mean = ValueCheck.finite(report, path + ".rate", sinusoid.meanHz(), Unit.HERTZ)
                && ValueCheck.inRange(report, path + ".rate", sinusoid.meanHz(), Unit.HERTZ, Range.NOT_NEGATIVE);
        boolean amplitude = ValueCheck.finite(report, path + ".amplitude", sinusoid.amplitudeHz(), Unit.HERTZ)
                && ValueCheck.inRange(
                        report, path + ".amplitude", sinusoid.amplitudeHz(), Unit.HERTZ, Range.NOT_NEGATIVE);
        ValueCheck.finite(report, path + ".frequency", sinusoid.frequencyHz(), Unit.HERTZ);
        ValueCheck.finite(report, path + ".phase", sinusoid.phaseDegrees(), Unit.NONE);
        if (!mean || !amplitude) {
            return;
        }
        if (positive && sinusoid.amplitudeHz() > sinusoid.meanHz()) {
            report.add(
                    path + ".amplitude",
                    Unit.HERTZ.format(sinusoid.amplitudeHz()) + " is above the rate ("
                            + Unit.HERTZ.format(sinusoid.meanHz())
                            + "), which would fall below zero; lower the amplitude or raise the rate");
        }
        if (tooMany(sinusoid.meanHz() + sinusoid.amplitudeHz())) {
            report.add(
                    path + ".rate",
                    Unit.HERTZ.format(sinusoid.meanHz() + sinusoid.amplitudeHz()) + ", its largest,"
                            + moreThanAllowed());
        }
    }

    private void course(Rate.Course course) {
        if (!grid.usable() || !(toMs > fromMs) || !(toMs / grid.dtMs() < 1e15)) {
            return; // what is wrong with the times is said elsewhere
        }
        long first = grid.steps(fromMs);
        long size = Math.max(1, grid.steps(toMs) - first);
        long looks = Math.min(size, STEPS_LOOKED_AT);
        for (long i = 0; i < looks; i++) {
            long step = first + (looks == 1 ? 0 : Math.round((double) i * (size - 1) / (looks - 1)));
            String objection = objection(course, (step + 0.5) * grid.dtMs());
            if (!objection.isEmpty()) {
                report.add(path + ".rate", objection);
                return;
            }
        }
    }

    private String objection(Rate.Course course, double ms) {
        double rateHz = course.hz(ms);
        String when = " at t = " + Unit.MILLISECOND.format(ms);
        if (Double.isNaN(rateHz)) {
            return course.formula().text() + " has no value" + when + "; write one that has a value at all times";
        }
        String rate = course.formula().text() + " is " + Unit.HERTZ.format(rateHz) + when;
        if (rateHz < 0) {
            return rate + "; a rate must be at least 0 Hz: write max(0 Hz, ...) around it";
        }
        return tooMany(rateHz) ? rate + ", which" + moreThanAllowed() : "";
    }
}
