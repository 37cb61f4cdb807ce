package org.ganglion.network.neuron;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link DoubleColumn#at}, a vector at a time; see {@link ColumnVector} for why there are two forms. */
final class DoubleColumnVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private DoubleColumnVector() {}

    /** The coefficients of the neurons from {@code first} on, one per lane. */
    static DoubleVector at(DoubleColumn column, int first) {
        return DoubleVector.fromArray(S, column.values, first & column.mask);
    }

    /** The same; {@code constant} is what the column holds for all neurons if {@code uniform}. */
    static DoubleVector at(boolean uniform, DoubleVector constant, DoubleColumn column, int first) {
        return uniform ? constant : DoubleVector.fromArray(S, column.values, first & column.mask);
    }
}
