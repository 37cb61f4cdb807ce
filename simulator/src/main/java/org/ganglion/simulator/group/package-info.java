/**
 * A group of neurons as arrays: its neurons by population, their tiles, and how it advances, with the synapses and the
 * stimuli of the packages beside it; and all groups of a network, driven from one loop.
 *
 * <p>Spike batches of other groups flow in, its own flow out. No threads and no actors in here: a
 * {@link org.ganglion.simulator.group.NeuronGroup} is a plain object with one owner, which a loop, an actor or a simulated
 * cluster drives. Read it first, then {@link org.ganglion.simulator.group.PlainSimulation}.
 */
@NullMarked
package org.ganglion.simulator.group;

import org.jspecify.annotations.NullMarked;
