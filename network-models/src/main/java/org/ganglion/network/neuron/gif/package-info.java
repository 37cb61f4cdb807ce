/**
 * Generalised integrate-and-fire neurons with a noisy, adapting threshold: {@code gif_psc_exp}.
 *
 * <p>Summed weights flow in, as currents; spikes flow out by chance, drawn from the key of the slice. Read
 * {@link org.ganglion.network.neuron.gif.GifPscExp} first, then {@link org.ganglion.network.neuron.gif.GifState}.
 */
@NullMarked
package org.ganglion.network.neuron.gif;

import org.jspecify.annotations.NullMarked;
