/**
 * The five generalised leaky integrate-and-fire models of the Allen Institute: {@code glif_psc}.
 *
 * <p>Summed weights flow in, as currents of as many receptors as wanted; spikes flow out. Read
 * {@link org.ganglion.network.neuron.glif.GlifPsc} first, then {@link org.ganglion.network.neuron.glif.GlifState}.
 */
@NullMarked
package org.ganglion.network.neuron.glif;

import org.jspecify.annotations.NullMarked;
