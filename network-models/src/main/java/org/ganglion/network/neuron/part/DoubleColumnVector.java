package org.ganglion.network.neuron.part;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** {@link DoubleColumn#at}, a vector at a time; see {@link ColumnVector}. And floats as doubles: input is summed in floats. */
public final class DoubleColumnVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    /** As many floats as there are doubles in a vector. */
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(S.vectorBitSize() / 2));

    private DoubleColumnVector() {}

    /** The coefficients of the neurons from {@code first} on, one per lane. */
    public static DoubleVector at(DoubleColumn column, int first) {
        return DoubleVector.fromArray(S, column.values, first & column.mask);
    }

    /** The same; {@code constant} is what the column holds for all neurons if {@code uniform}. */
    public static DoubleVector at(boolean uniform, DoubleVector constant, DoubleColumn column, int first) {
        return uniform ? constant : DoubleVector.fromArray(S, column.values, first & column.mask);
    }

    /** Floats from an array, as doubles. */
    public static DoubleVector fromFloats(float[] values, int first) {
        return (DoubleVector) FloatVector.fromArray(FLOATS, values, first).convertShape(VectorOperators.F2D, S, 0);
    }
}
