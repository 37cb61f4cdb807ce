/**
 * Neuron models: parameters and equations, and the arrays that step them.
 *
 * <p>A model turns the parameters of a slice of a population into a {@link org.ganglion.network.neuron.NeuronState};
 * the simulator feeds it summed inputs and reads out who fired. Read {@link org.ganglion.network.neuron.NeuronModel}
 * first.
 */
@NullMarked
package org.ganglion.network.neuron;

import org.jspecify.annotations.NullMarked;
