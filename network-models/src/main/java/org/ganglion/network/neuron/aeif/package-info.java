/**
 * Adaptive exponential integrate-and-fire neurons with conductances: {@code aeif_cond_exp} and {@code aeif_cond_alpha}.
 *
 * <p>Summed weights flow in, spikes flow out, several a step if need be. Conductances and the linear part of the equations
 * are those of {@link org.ganglion.network.neuron.conductance}. Read {@link org.ganglion.network.neuron.aeif.AeifCondExp}
 * first, then {@link org.ganglion.network.neuron.aeif.AeifNeurons}.
 */
@NullMarked
package org.ganglion.network.neuron.aeif;

import org.jspecify.annotations.NullMarked;
