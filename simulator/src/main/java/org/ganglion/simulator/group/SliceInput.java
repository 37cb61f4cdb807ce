package org.ganglion.simulator.group;

import org.ganglion.network.neuron.NeuronState;

/** What one stimulus does to the neurons of a slice. */
sealed interface SliceInput permits PoissonInput, TrainInput, CurrentInput {

    /** Prepares a step; called once before the calls of {@link #add} for it. */
    void begin(long step, NeuronState state);

    /** Puts back what the steps before this one have left behind, into a state restored to it. */
    default void restore(long nextStep, NeuronState state) {}

    /** Adds to the input of neurons {@code first} to {@code first + count} of the slice: {@code [receptor][i]}. */
    void add(long step, int first, int count, float[][] input);
}
