/**
 * What groups tell each other, and how far each may compute with what it has been told: no clock, and no waiting for all.
 *
 * <p>The spikes that a group emits flow in and flow out as batches for its readers, each with a promise; and every window
 * of model time, what a group has counted. Needs nothing of the groups that use it. Read
 * {@link org.ganglion.simulator.link.SpikeBatch} first, then {@link org.ganglion.simulator.link.GroupLinks}.
 */
@NullMarked
package org.ganglion.simulator.link;

import org.jspecify.annotations.NullMarked;
