package org.ganglion.simulator.group;

import org.ganglion.network.neuron.NeuronState;

/** What one stimulus does to the neurons of a slice. */
sealed interface SliceInput permits PoissonInput, TrainInput, CurrentInput {

    /** Prepares a step; called once before the calls of {@link #add} for it. */
    void begin(long step, NeuronState state);

    /** Puts back what the steps before this one have left behind, into a state restored to it. */
    default void restore(long nextStep, NeuronState state) {}

    /** Whether {@link #add} would add nothing in a step. */
    default boolean idle(long step) {
        return false;
    }

    /** Likewise in double precision, onto the only receptor: {@code [i]}. {@code scratch} is as {@code input} there. */
    default void addExact(long step, int first, int count, double[] input, float[][] scratch) {
        java.util.Arrays.fill(scratch[0], 0, count, 0);
        add(step, first, count, scratch);
        for (int i = 0; i < count; i++) {
            input[i] += scratch[0][i];
        }
    }

    /** Adds to the input of neurons {@code first} to {@code first + count} of the slice: {@code [receptor][i]}. */
    void add(long step, int first, int count, float[][] input);
}
