package org.ganglion.simulator.stimulus;

import org.ganglion.network.neuron.NeuronState;

/** What stimuli do to the neurons of a slice: one stimulus of spikes, or all that inject currents. */
public sealed interface SliceInput
        permits PoissonInput, CountInput, CommonInput, GammaInput, PacketInput, EventInput, TrainInput, SliceCurrents {

    /** Neurons stepped together: their input stays in the L1 cache. */
    int CHUNK = 1024;

    /** A slice of so few neurons is converted, and drawn for, by plain loops: see {@code Columns.worthVectors}. */
    int PLAIN = 2 * 64;

    /** Whether neurons from {@code first} on are all of a slice that small; the last chunk of a larger one is not. */
    static boolean plain(int first, int count) {
        return first == 0 && count <= PLAIN;
    }

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
