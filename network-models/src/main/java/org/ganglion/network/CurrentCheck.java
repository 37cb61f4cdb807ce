package org.ganglion.network;

import java.util.Optional;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * Checks the numbers of a stimulus that injects a current.
 *
 * @param path of the stimulus
 */
record CurrentCheck(Report report, Grid grid, String path) {

    void check(Stimulus.OfCurrent stimulus) {
        switch (stimulus) {
            case Stimulus.Current current -> steps(current);
            case Stimulus.Alternating alternating -> alternating(alternating);
            case Stimulus.Noise noise -> noise(noise);
        }
    }

    private void steps(Stimulus.Current current) {
        WindowCheck.check(report, grid, path, current.startMs(), current.stopMs());
        int values = current.amplitudesPa().size();
        WindowCheck.changes(report, grid, path + ".times", current.timesMs(), path + ".amplitudes", values);
        for (int i = 0; i < values; i++) {
            finite("amplitudes." + i, current.amplitudesPa().get(i), Unit.PICOAMPERE);
        }
    }

    private void alternating(Stimulus.Alternating alternating) {
        WindowCheck.check(report, grid, path, alternating.startMs(), alternating.stopMs());
        finite("amplitude", alternating.amplitudePa(), Unit.PICOAMPERE);
        finite("offset", alternating.offsetPa(), Unit.PICOAMPERE);
        finite("frequency", alternating.frequencyHz(), Unit.HERTZ);
        finite("phase", alternating.phaseDegrees(), Unit.NONE);
    }

    private void noise(Stimulus.Noise noise) {
        WindowCheck.check(report, grid, path, noise.startMs(), noise.stopMs());
        finite("mean", noise.meanPa(), Unit.PICOAMPERE);
        finite("frequency", noise.frequencyHz(), Unit.HERTZ);
        finite("phase", noise.phaseDegrees(), Unit.NONE);
        boolean deviation = notNegative("std", noise.stdPa());
        if (notNegative("std_mod", noise.modulationPa()) && deviation && noise.modulationPa() > noise.stdPa()) {
            report.add(
                    path + ".std_mod",
                    Unit.PICOAMPERE.format(noise.modulationPa()) + " is above std ("
                            + Unit.PICOAMPERE.format(noise.stdPa())
                            + "), so that the variance would fall below zero; lower std_mod or raise std");
        }
        interval(noise.intervalMs());
    }

    private void interval(double ms) {
        String at = path + ".dt";
        if (!finite("dt", ms, Unit.MILLISECOND)
                || !ValueCheck.inRange(report, at, ms, Unit.MILLISECOND, Range.POSITIVE)
                || !grid.usable()) {
            return;
        }
        if (grid.steps(ms) < 1) {
            report.add(
                    at,
                    Unit.MILLISECOND.format(ms) + " is below one step (" + grid.step()
                            + "); raise it or lower simulation.dt");
            return;
        }
        Optional<String> complaint = grid.complaint(ms);
        complaint.ifPresent(message -> report.add(at, message));
    }

    private boolean notNegative(String key, double value) {
        return finite(key, value, Unit.PICOAMPERE)
                && ValueCheck.inRange(report, path + "." + key, value, Unit.PICOAMPERE, Range.NOT_NEGATIVE);
    }

    private boolean finite(String key, double value, Unit unit) {
        return ValueCheck.finite(report, path + "." + key, value, unit);
    }
}
