package org.ganglion.network.neuron.part;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link LowerBound}, a vector at a time. */
final class LowerBoundVector {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private LowerBoundVector() {}

    static void apply(int first, int end, float[] v, long[] held, Column bound) {
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = held[word >>> 6];
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                FloatVector old = FloatVector.fromArray(S, v, i);
                FloatVector least = ColumnVector.at(bound, i);
                VectorMask<Float> below =
                        old.compare(VectorOperators.LT, least).andNot(VectorMask.fromLong(S, heldBits >>> i));
                old.blend(least, below).intoArray(v, i);
            }
        }
    }
}
