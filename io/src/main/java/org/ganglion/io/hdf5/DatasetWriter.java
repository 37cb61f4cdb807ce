package org.ganglion.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Fills one dataset from its first element to its last through a buffer of fixed size. */
final class DatasetWriter implements DatasetFilling {
    private final Storage storage;
    private final ByteBuffer buffer;

    DatasetWriter(Storage storage) {
        this.storage = storage;
        this.buffer = storage.buffer();
    }

    void put(double value) throws IOException {
        room(Double.BYTES);
        buffer.putDouble(value);
    }

    void put(long value) throws IOException {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    void put(float value) throws IOException {
        room(Float.BYTES);
        buffer.putFloat(value);
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            storage.write(buffer);
        }
    }

    @Override
    public void finish() throws IOException {
        storage.finish(buffer);
    }
}
