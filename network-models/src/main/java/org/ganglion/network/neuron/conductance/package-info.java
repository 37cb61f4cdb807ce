/**
 * Leaky integrate-and-fire neurons whose synapses are conductances ({@code iaf_cond_*}), and the equations of conductances
 * that {@link org.ganglion.network.neuron.aeif} takes from here.
 *
 * <p>Summed weights flow into {@link org.ganglion.network.neuron.conductance.Conductances}; these make a
 * {@link org.ganglion.network.neuron.conductance.Flow}, which carries the potential over a step, and spikes flow out. Read
 * {@link org.ganglion.network.neuron.conductance.IafCondExp} first, then
 * {@link org.ganglion.network.neuron.conductance.ConductanceNeurons}.
 */
@NullMarked
package org.ganglion.network.neuron.conductance;

import org.jspecify.annotations.NullMarked;
