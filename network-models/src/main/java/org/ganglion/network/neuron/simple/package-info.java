/**
 * Models of a few lines, without a family: {@code izhikevich}, {@code IntFire1}, and two without a membrane,
 * {@code ignore_and_fire} and {@code parrot_neuron}.
 *
 * <p>Summed weights flow in, spikes flow out. {@link org.ganglion.network.neuron.simple.ParrotNeuron} is the shortest model
 * there is: read it first.
 */
@NullMarked
package org.ganglion.network.neuron.simple;

import org.jspecify.annotations.NullMarked;
