package org.ganglion.network.neuron;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Column#at}, a vector at a time. */
final class ColumnVector {
    private ColumnVector() {}

    /** The coefficients of the neurons from {@code first} on, one per lane. */
    static FloatVector at(VectorSpecies<Float> species, Column column, int first) {
        return FloatVector.fromArray(species, column.values, first & column.mask);
    }
}
