/**
 * What a neuron model is to the rest of Ganglion: the contracts that all models keep, without any model.
 *
 * <p>A model turns the parameters of a slice of a population, its {@link org.ganglion.network.neuron.Columns}, into a
 * {@link org.ganglion.network.neuron.NeuronState}; the simulator feeds it summed inputs and reads out who fired. Read
 * {@link org.ganglion.network.neuron.NeuronModel} first. The packages below hold the models, by family, what several
 * families are made of ({@code part}), and the list of all models ({@code catalog}).
 */
@NullMarked
package org.ganglion.network.neuron;

import org.jspecify.annotations.NullMarked;
