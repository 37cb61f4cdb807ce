/**
 * Hodgkin-Huxley neurons: {@code hh_psc_alpha}.
 *
 * <p>Summed weights flow in, as currents; spikes flow out where the potential has a maximum. Read
 * {@link org.ganglion.network.neuron.hh.HhPscAlpha} first, then {@link org.ganglion.network.neuron.hh.HhStep}.
 */
@NullMarked
package org.ganglion.network.neuron.hh;

import org.jspecify.annotations.NullMarked;
