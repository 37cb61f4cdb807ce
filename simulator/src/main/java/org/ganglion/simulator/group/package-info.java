/**
 * A group of neurons as arrays: its state, its incoming synapses, its calendar of due inputs, and how it advances.
 *
 * <p>Spike batches of other groups flow in, its own flow out. No threads and no actors in here: a
 * {@link org.ganglion.simulator.group.NeuronGroup} is a plain object with one owner, which a loop, an actor or a simulated
 * cluster drives.
 */
@NullMarked
package org.ganglion.simulator.group;

import org.jspecify.annotations.NullMarked;
