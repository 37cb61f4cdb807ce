package org.ganglion.network.neuron.simple;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.Column;

/** {@link IgnoreAndFireStep}, a vector at a time. */
final class IgnoreAndFireStepVector {
    private static final VectorSpecies<Integer> S = IntVector.SPECIES_PREFERRED;

    private IgnoreAndFireStepVector() {}

    static void step(int first, int end, int[] left, int[] period, long[] fired) {
        for (int word = first; word < end; word += Column.WORD) {
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                IntVector before = IntVector.fromArray(S, left, i);
                VectorMask<Integer> fires = before.compare(VectorOperators.EQ, 0);
                firedBits |= fires.toLong() << i;
                before.blend(IntVector.fromArray(S, period, i), fires).sub(1).intoArray(left, i);
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
