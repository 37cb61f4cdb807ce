package org.ganglion.network.neuron.simple;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.Column;

/** {@link ParrotStep}, a vector at a time. */
final class ParrotStepVector {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private ParrotStepVector() {}

    static void step(int first, int end, float[] arrived, float[] input, long[] fired) {
        for (int word = first; word < end; word += Column.WORD) {
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                FloatVector count = FloatVector.fromArray(S, input, i - first);
                firedBits |= count.compare(VectorOperators.GE, ParrotStep.LEAST).toLong() << i;
                count.intoArray(arrived, i);
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
