/**
 * The tables of the synapses onto a group: how they are drawn and packed, and how spikes are filed in their calendars and
 * delivered along them.
 *
 * <p>A NetworkPlan flows in when tables are built; then spikes by source, and step by step sums of weights by target flow
 * out. Needs nothing of the groups that use it. Read {@link org.ganglion.simulator.synapse.SynapseTable} first, then
 * {@code Deliver}; of what builds them, {@link org.ganglion.simulator.synapse.SynapseBuilder}.
 */
@NullMarked
package org.ganglion.simulator.synapse;

import org.jspecify.annotations.NullMarked;
