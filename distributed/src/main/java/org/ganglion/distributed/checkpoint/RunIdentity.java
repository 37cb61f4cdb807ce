package org.ganglion.distributed.checkpoint;

/**
 * What tells one run from another.
 *
 * @param run given to the run when it was first started; stays with it when it is resumed
 * @param networkHash of the network as built, settings included that decide its spikes
 */
public record RunIdentity(String run, String networkHash) {}
