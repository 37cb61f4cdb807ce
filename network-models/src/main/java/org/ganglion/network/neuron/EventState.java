package org.ganglion.network.neuron;

import java.util.Arrays;

/**
 * State of neurons to which something happens only when input arrives: between events it follows from a formula. They
 * have one receptor, which is {@linkplain Receptor#exact exact}.
 */
public interface EventState extends NeuronState {

    /**
     * Takes all that reaches a neuron at the end of the step that was begun last.
     *
     * @param input sum of the weights, not 0
     * @return whether the neuron fires
     */
    boolean receive(int neuron, double input);

    @Override
    default boolean restsWithoutInput() {
        return true;
    }

    @Override
    default void step(int first, int end, float[][] input, long[] fired) {
        Arrays.fill(fired, first >>> 6, end >>> 6, 0);
        for (int i = first; i < end; i++) {
            if (input[0][i - first] != 0 && receive(i, input[0][i - first])) {
                fired[i >>> 6] |= 1L << i;
            }
        }
    }
}
