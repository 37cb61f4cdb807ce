package org.ganglion.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the values of one dataset go, piece by piece in their order. */
interface Storage {

    /** A buffer with room for the first piece. */
    ByteBuffer buffer();

    /**
     * Writes what is in the buffer and makes room in it for the next piece.
     *
     * @throws IOException also if there is none, for more values than the dataset has room for
     */
    void write(ByteBuffer piece) throws IOException;

    /**
     * Writes the last piece.
     *
     * @throws IOException also if the dataset is not full then
     */
    void finish(ByteBuffer piece) throws IOException;
}
