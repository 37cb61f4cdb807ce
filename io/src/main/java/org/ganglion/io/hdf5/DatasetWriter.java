package org.ganglion.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Fills one dataset from its first element to its last through a buffer of fixed size. */
final class DatasetWriter implements DatasetFilling {
    private final FileChannel file;
    private final String name;
    private final ByteBuffer buffer;
    private final long end;
    private long position;

    DatasetWriter(FileChannel file, ReservedDataset dataset, int bufferBytes) {
        this.file = file;
        this.name = dataset.getPath();
        this.position = dataset.dataAddress();
        this.end = position + dataset.getSizeInBytes();
        int needed = (int) Math.min(dataset.getSizeInBytes(), bufferBytes) & -Long.BYTES;
        this.buffer = ByteBuffer.allocateDirect(Math.max(needed, Long.BYTES)).order(ByteOrder.nativeOrder());
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
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        if (position + buffer.remaining() > end) {
            throw new IOException(name + ": more values than were counted");
        }
        while (buffer.hasRemaining()) {
            position += file.write(buffer, position);
        }
        buffer.clear();
    }

    @Override
    public void finish() throws IOException {
        flush();
        if (position != end) {
            throw new IOException(name + ": " + (end - position) + " bytes fewer than were counted");
        }
    }
}
