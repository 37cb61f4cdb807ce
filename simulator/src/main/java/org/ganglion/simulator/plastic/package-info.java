/**
 * Synapses whose weights change, onto the neurons of one tile.
 *
 * <p>Spikes of both sides flow in, in the order of their steps; weights, and what continues them, flow out. Knows nothing
 * of groups. Read {@link org.ganglion.simulator.plastic.PlasticSynapses} first.
 */
@NullMarked
package org.ganglion.simulator.plastic;

import org.jspecify.annotations.NullMarked;
