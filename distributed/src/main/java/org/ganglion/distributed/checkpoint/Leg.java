package org.ganglion.distributed.checkpoint;

import org.ganglion.simulator.group.GroupState;

/**
 * One stretch of a run, from its start or from a checkpoint with which it was resumed. Its groups count what they do from
 * its first step on, wherever they begin.
 *
 * @param number 0 from the start, one more after each resumption
 * @param before what the legs before it counted up to its first step
 */
public record Leg(int number, long firstStep, GroupState.Totals before) {
    /** The leg that begins a run. */
    public static final Leg FIRST = new Leg(0, 0, GroupState.Totals.NONE);
}
