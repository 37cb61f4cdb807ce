package org.ganglion.network.neuron.simple;

import org.ganglion.network.neuron.part.Column;

/** One step of {@link ParrotNeuron}, a neuron at a time: what {@link ParrotStepVector} must equal to the bit. */
final class ParrotStep {
    /** Input that rounds to one spike or more. */
    static final float LEAST = 0.5f;

    private ParrotStep() {}

    static void step(int first, int end, float[] arrived, float[] input, long[] fired) {
        for (int word = first; word < end; word += Column.WORD) {
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                float count = input[i - first];
                if (count >= LEAST) {
                    firedBits |= 1L << i;
                }
                arrived[i] = count;
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
