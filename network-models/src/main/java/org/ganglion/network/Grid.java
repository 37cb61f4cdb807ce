package org.ganglion.network;

import java.math.BigDecimal;
import java.util.Optional;
import org.ganglion.network.spec.Unit;

/**
 * The steps of a run, as far as times in a description must fall on them.
 *
 * @param dtMs length of a step; where it is not a usable one, no time is held against it
 */
record Grid(double dtMs) {

    /** Relative error up to which a time counts as a multiple of the step. */
    private static final double TOLERANCE = 1e-9;

    boolean usable() {
        return dtMs > 0 && dtMs < Double.POSITIVE_INFINITY;
    }

    long steps(double ms) {
        return Math.round(ms / dtMs);
    }

    boolean holds(double ms) {
        double steps = ms / dtMs;
        double tolerance = Math.min(1e-3, TOLERANCE * Math.max(1, Math.abs(steps)));
        return Math.abs(steps - Math.rint(steps)) <= tolerance;
    }

    /** The time of a step as a decimal user would write it: 3 steps of 0.1 ms are 0.3 ms. */
    double timeMs(long steps) {
        return new BigDecimal(Double.toString(dtMs))
                .multiply(BigDecimal.valueOf(steps))
                .doubleValue();
    }

    /** What to say of a finite time that is not a multiple of the step; empty where it is one. */
    Optional<String> complaint(double ms) {
        if (!usable() || holds(ms)) {
            return Optional.empty();
        }
        String rounded = Unit.MILLISECOND.format(timeMs(steps(ms)));
        return Optional.of(Unit.MILLISECOND.format(ms) + " is not a multiple of the step (" + step()
                + "); it would round to " + rounded + "; write " + rounded + " or lower simulation.dt");
    }

    /** The step with its unit. */
    String step() {
        return Unit.MILLISECOND.format(dtMs);
    }
}
