package org.ganglion.network.neuron.part;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Column#at}, a vector at a time.
 *
 * <p>Array elements do not start on a cache line, so a load of a full line's width costs two. A step that loads every
 * coefficient takes nearly twice as long as one that keeps them in registers. A kernel therefore loads the constant ones
 * before its loop and asks {@link #at(boolean, FloatVector, Column, int)} inside: the compiler makes two loops of it.
 */
public final class ColumnVector {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private ColumnVector() {}

    /** The coefficients of the neurons from {@code first} on, one per lane. */
    public static FloatVector at(Column column, int first) {
        return FloatVector.fromArray(S, column.values, first & column.mask);
    }

    /** The same; {@code constant} is what the column holds for all neurons if {@code uniform}. */
    public static FloatVector at(boolean uniform, FloatVector constant, Column column, int first) {
        return uniform ? constant : FloatVector.fromArray(S, column.values, first & column.mask);
    }
}
