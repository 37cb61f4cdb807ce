package org.ganglion.io.record;

/**
 * One continuous execution of a run with one layout. A fresh run is leg 0; each time it is resumed from a checkpoint, a leg
 * begins, perhaps with another number of groups.
 *
 * @param runId the same for all legs of a run and for no other run
 * @param leg 0, 1, 2 ...
 * @param firstStep step from which it records; what earlier legs recorded there and later does not count
 */
public record RunLeg(String runId, int leg, long firstStep) {
    public RunLeg {
        if (runId.isBlank()) {
            throw new IllegalArgumentException("a run needs an id that is not blank");
        }
        if (leg < 0 || firstStep < 0) {
            throw new IllegalArgumentException("leg " + leg + " from step " + firstStep + ": neither may be negative");
        }
    }
}
