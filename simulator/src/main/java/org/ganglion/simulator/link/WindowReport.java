package org.ganglion.simulator.link;

import java.util.Optional;

/**
 * What a group tells of a window of time; see {@link WindowWatch}.
 *
 * @param end step at which it ends
 * @param spikes in it, {@code [population]}
 * @param fault of the first of its neurons whose state is not finite, where it has looked and found one
 */
public record WindowReport(long end, long[] spikes, Optional<StateFault> fault) {}
