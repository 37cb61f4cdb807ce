package org.ganglion.distributed.cluster;

/**
 * Wall time of a run since all groups ran, as far as who tells it saw it.
 *
 * @param warmUpSeconds until all groups had passed the warm-up
 * @param seconds from then on
 */
public record RunTime(double warmUpSeconds, double seconds) {}
