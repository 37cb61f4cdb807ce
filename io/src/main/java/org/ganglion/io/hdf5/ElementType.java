package org.ganglion.io.hdf5;

import io.jhdf.api.DatasetCreationOptions;

/** Type of the elements of a dataset. */
enum ElementType {
    FLOAT32(Float.BYTES),
    FLOAT64(Double.BYTES),
    UINT64(Long.BYTES);

    final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** An array of which jHDF derives the type. */
    Object example() {
        return switch (this) {
            case FLOAT32 -> new float[1];
            case FLOAT64 -> new double[1];
            case UINT64 -> new long[1];
        };
    }

    DatasetCreationOptions options() {
        return this == UINT64 ? DatasetCreationOptions.builder().unsigned().build() : DatasetCreationOptions.DEFAULT;
    }
}
