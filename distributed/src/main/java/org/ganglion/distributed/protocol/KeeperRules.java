package org.ganglion.distributed.protocol;

import org.ganglion.distributed.checkpoint.Leg;

/**
 * What the keeper of a run is held to.
 *
 * @param groups number of groups of the network
 * @param leg which stretch of the run this is
 * @param endStep at which the run is meant to end
 * @param everyMs wall time between checkpoints, 0 for none
 * @param everySteps model time between checkpoints, 0 for none
 */
public record KeeperRules(int groups, Leg leg, long endStep, long everyMs, long everySteps, OnFailure onFailure) {}
