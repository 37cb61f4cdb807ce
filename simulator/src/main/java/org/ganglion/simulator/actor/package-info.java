/**
 * Groups as actors: one Akka Typed actor a group, which takes spike batches in, advances as far as it may, and sends spike
 * batches out. The only package of this module that knows Akka.
 *
 * <p>Read {@link org.ganglion.simulator.actor.ActorSimulation} first.
 */
@NullMarked
package org.ganglion.simulator.actor;

import org.jspecify.annotations.NullMarked;
