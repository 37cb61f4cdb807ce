package org.ganglion.simulator.group;

import org.ganglion.network.neuron.NeuronState;

/** What stimuli do to the neurons of a slice: one stimulus of spikes, or all that inject currents. */
sealed interface SliceInput
        permits PoissonInput, CountInput, CommonInput, GammaInput, PacketInput, EventInput, TrainInput, SliceCurrents {

    /** Prepares a step; called once before the calls of {@link #add} for it. */
    void begin(long step, NeuronState state);

    /** Puts back what the steps before this one have left behind, into a state restored to it. */
    default void restore(long nextStep, NeuronState state) {}

    /** Whether {@link #add} would add nothing in the step that was begun last. */
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

    /**
     * Adds to the input of neurons {@code first} to {@code first + count} of the slice: {@code [receptor][i]}. In a step
     * that is not {@link #idle} neurons have their turn in their order.
     */
    void add(long step, int first, int count, float[][] input);

    /** Words of state that a neuron has here; none where all follows from the step. */
    default int stateWords() {
        return 0;
    }

    /** Writes the state of a neuron, which must not depend on slices and groups. */
    default void copyState(int neuron, int[] target, int offset) {}

    /** Puts back what {@link #copyState} wrote, before {@link #restore} is called. */
    default void restoreState(int neuron, int[] source, int offset) {}
}
