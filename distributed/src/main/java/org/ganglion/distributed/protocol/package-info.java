/**
 * How groups on nodes that die, hang and lose messages come to the same spikes: plain objects, without actors, clocks or
 * files of their own, driven by actors in a cluster and by one thread in the fault simulation.
 *
 * <p>{@link org.ganglion.distributed.protocol.GroupMessage}s flow between groups; each node's
 * {@link org.ganglion.distributed.protocol.NodeReport} flows to all nodes, and the keeper's
 * {@link org.ganglion.distributed.protocol.Word} back. Read {@link org.ganglion.distributed.protocol.HostedGroup} first.
 */
@NullMarked
package org.ganglion.distributed.protocol;

import org.jspecify.annotations.NullMarked;
