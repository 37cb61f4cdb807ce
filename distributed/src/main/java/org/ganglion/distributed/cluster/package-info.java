/**
 * The actors of a node: sharding places groups, groups exchange spikes, the oldest node keeps the run.
 *
 * <p>Beside {@code run.ClusterNode}, the only place of this module that knows Akka. What it drives are the objects of
 * {@link org.ganglion.distributed.protocol}. Read {@link org.ganglion.distributed.cluster.NodeActor} first.
 */
@NullMarked
package org.ganglion.distributed.cluster;

import org.jspecify.annotations.NullMarked;
