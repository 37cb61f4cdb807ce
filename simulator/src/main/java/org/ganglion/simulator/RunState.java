package org.ganglion.simulator;

/**
 * What a run does at the moment.
 *
 * @param step smallest step that any group has reached; while it is paused, and once it is done, that of all groups
 */
public record RunState(Phase phase, long step) {

    /** The phases of a run. */
    public enum Phase {
        /** Groups compute, or would if {@link Simulation#runTo} were called. */
        RUNNING,
        /** Groups come to the step at which they will pause. */
        PAUSING,
        /** All groups stand at one step and wait to be told to go on. */
        PAUSED,
        /** Groups come to the step at which the run ends before it was meant to. */
        STOPPING,
        /** Nothing will be computed any more. */
        DONE
    }
}
