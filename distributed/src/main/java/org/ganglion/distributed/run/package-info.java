/**
 * A run on several nodes, seen from outside its actors: the files that all nodes share, the door at which a node answers,
 * and the process of a node from joining to leaving.
 *
 * <p>Read {@link org.ganglion.distributed.run.ClusterNode} first.
 */
@NullMarked
package org.ganglion.distributed.run;

import org.jspecify.annotations.NullMarked;
