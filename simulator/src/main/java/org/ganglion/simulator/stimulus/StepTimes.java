package org.ganglion.simulator.stimulus;

/**
 * Turns times of stimuli into steps.
 *
 * @param dtMs length of a step
 */
public record StepTimes(double dtMs) {

    /** Relative to a step, how far behind its end a time still counts as its end. */
    private static final double TOLERANCE = 1e-6;

    /** The step that begins at a time, and the number of steps that have ended then; a time inside a step means its end. */
    public long step(double timeMs) {
        return Double.isInfinite(timeMs) ? Long.MAX_VALUE : (long) Math.ceil(timeMs / dtMs - TOLERANCE);
    }

    /** Steps in a delay. */
    long delay(double delayMs) {
        return Math.round(delayMs / dtMs);
    }
}
