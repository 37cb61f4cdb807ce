package org.ganglion.simulator.group;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Vector form of {@link InputScalar}. */
final class InputVector {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS =
            FLOATS.withLanes(int.class).check(int.class);

    private InputVector() {}

    /** {@code count} must be a multiple of 64. */
    static void take(int[] sums, int from, int count, float unit, float[] input) {
        IntVector zero = IntVector.zero(INTS);
        for (int i = 0; i < count; i += FLOATS.length()) {
            FloatVector value =
                    (FloatVector) IntVector.fromArray(INTS, sums, from + i).convert(VectorOperators.I2F, 0);
            value.mul(unit).intoArray(input, i);
            zero.intoArray(sums, from + i);
        }
    }
}
