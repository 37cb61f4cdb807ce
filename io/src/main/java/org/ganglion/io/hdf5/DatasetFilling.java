package org.ganglion.io.hdf5;

import java.io.IOException;

/** A way to fill a dataset through buffers. */
interface DatasetFilling {

    /**
     * Writes what is left in buffers.
     *
     * @throws IOException also if fewer values were put than the dataset has room for
     */
    void finish() throws IOException;
}
