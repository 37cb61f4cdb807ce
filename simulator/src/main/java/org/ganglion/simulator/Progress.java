package org.ganglion.simulator;

/**
 * How far a run is.
 *
 * @param step smallest step that any group has reached
 * @param endStep step at which the run ends
 * @param spikes spikes emitted so far, warm-up included
 */
public record Progress(long step, long endStep, long spikes) {}
