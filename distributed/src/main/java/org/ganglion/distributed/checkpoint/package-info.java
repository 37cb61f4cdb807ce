/**
 * Checkpoints on disk: one part a group, and a list that makes the parts of one step a whole.
 *
 * <p>{@link org.ganglion.simulator.group.GroupState} flows in and out. Read
 * {@link org.ganglion.distributed.checkpoint.Checkpoints} first.
 */
@NullMarked
package org.ganglion.distributed.checkpoint;

import org.jspecify.annotations.NullMarked;
