/**
 * Leaky integrate-and-fire neurons whose synapses inject charge or current: {@code iaf_psc_delta}, {@code iaf_psc_exp} and
 * {@code iaf_psc_alpha}.
 *
 * <p>Summed weights flow in, spikes flow out; the equations are linear and solved exactly. Each model has a class, its step
 * another, and the step's vector form a third. Read {@link org.ganglion.network.neuron.psc.IafPscDelta} first.
 */
@NullMarked
package org.ganglion.network.neuron.psc;

import org.jspecify.annotations.NullMarked;
