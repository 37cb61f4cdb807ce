package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends records to one spill file through one buffer of fixed size. Used by one thread at a time.
 *
 * <p>Records, little-endian, behind the {@linkplain SpillHeader header}: of spikes, int64 step, int32 count, then that
 * many int32 indices of neurons in the network; of samples, int64 step, then the row of float32 values.
 */
final class SpillWriter implements Closeable {
    static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel file;
    private final ByteBuffer buffer;

    /** Creates the file; it must not exist. */
    SpillWriter(Path path, SpillHeader header) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer head = header.encode();
        while (head.hasRemaining()) {
            file.write(head);
        }
    }

    void spikes(long step, int[] neurons, int count) throws IOException {
        if (count == 0) {
            return;
        }
        room(Long.BYTES + Integer.BYTES);
        buffer.putLong(step).putInt(count);
        int done = 0;
        while (done < count) {
            room(Integer.BYTES);
            int size = Math.min(count - done, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(neurons, done, size);
            buffer.position(buffer.position() + Integer.BYTES * size);
            done += size;
        }
    }

    void sample(long step, float[] values) throws IOException {
        room(Long.BYTES);
        buffer.putLong(step);
        int done = 0;
        while (done < values.length) {
            room(Float.BYTES);
            int size = Math.min(values.length - done, buffer.remaining() / Float.BYTES);
            buffer.asFloatBuffer().put(values, done, size);
            buffer.position(buffer.position() + Float.BYTES * size);
            done += size;
        }
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    /** Hands what is in the buffer to the operating system. */
    void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (file.isOpen()) {
                flush();
            }
        }
    }
}
