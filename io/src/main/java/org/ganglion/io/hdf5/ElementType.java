package org.ganglion.io.hdf5;

import io.jhdf.api.DatasetCreationOptions;

/** Type of the elements of a dataset. */
enum ElementType {
    FLOAT32(Float.BYTES, new float[1], DatasetCreationOptions.DEFAULT),
    FLOAT64(Double.BYTES, new double[1], DatasetCreationOptions.DEFAULT),
    UINT64(Long.BYTES, new long[1], DatasetCreationOptions.builder().unsigned().build());

    final int bytes;
    final Object example;
    final DatasetCreationOptions options;

    ElementType(int bytes, Object example, DatasetCreationOptions options) {
        this.bytes = bytes;
        this.example = example;
        this.options = options;
    }
}
