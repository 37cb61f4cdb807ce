package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Appends records to one spill file through one buffer of fixed size. Used by one thread at a time.
 *
 * <p>Records, little-endian, behind the {@linkplain SpillHeader header}: of spikes, int64 step, int32 count, int32 CRC-32C
 * of these, then that many int32 indices of neurons in the network, and int32 CRC-32C of them; of samples and weights, int64 step, the
 * row of float32 values, and int32 CRC-32C of both; of counts, int64 step, int32 count, and int32 CRC-32C of both. A count of
 * spikes has a sum of its own so that a damaged one is not taken for a
 * record that the file is too short for. Where the count is 0 nothing follows: the step is a mark that all below it are
 * complete, in all files of this writer.
 */
final class SpillWriter implements Closeable {
    static final int BUFFER_BYTES = 1 << 16;

    /** Length of a record of counts. */
    static final int COUNT_BYTES = Long.BYTES + 2 * Integer.BYTES;

    private final Path path;
    private final FileChannel file;
    private final ByteBuffer buffer;
    private final CRC32C sum = new CRC32C();

    /** Creates the file; it must not exist. */
    SpillWriter(Path path, SpillHeader header) throws IOException {
        this.path = path;
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try {
            ByteBuffer head = header.encode();
            while (head.hasRemaining()) {
                file.write(head);
            }
        } catch (IOException e) {
            file.close();
            throw DiskFullException.told(path, e);
        }
    }

    void spikes(long step, int[] neurons, int count) throws IOException {
        if (count == 0) {
            return;
        }
        room(Long.BYTES + 2 * Integer.BYTES);
        buffer.putLong(step).putInt(count);
        sum(Long.BYTES + Integer.BYTES);
        putSum();
        int done = 0;
        while (done < count) {
            room(Integer.BYTES);
            int size = Math.min(count - done, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(neurons, done, size);
            buffer.position(buffer.position() + Integer.BYTES * size);
            sum(Integer.BYTES * size);
            done += size;
        }
        putSum();
    }

    /** Says that all steps below one are complete. */
    void mark(long step) throws IOException {
        room(Long.BYTES + 2 * Integer.BYTES);
        buffer.putLong(step).putInt(0);
        sum(Long.BYTES + Integer.BYTES);
        putSum();
    }

    void sample(long step, float[] values) throws IOException {
        room(Long.BYTES);
        buffer.putLong(step);
        sum(Long.BYTES);
        int done = 0;
        while (done < values.length) {
            room(Float.BYTES);
            int size = Math.min(values.length - done, buffer.remaining() / Float.BYTES);
            buffer.asFloatBuffer().put(values, done, size);
            buffer.position(buffer.position() + Float.BYTES * size);
            sum(Float.BYTES * size);
            done += size;
        }
        putSum();
    }

    void count(long step, int spikes) throws IOException {
        room(COUNT_BYTES);
        buffer.putLong(step).putInt(spikes);
        sum(Long.BYTES + Integer.BYTES);
        putSum();
    }

    /** Takes the last bytes put into the sum. */
    private void sum(int bytes) {
        int end = buffer.position();
        buffer.position(end - bytes).limit(end);
        sum.update(buffer);
        buffer.limit(buffer.capacity());
    }

    private void putSum() throws IOException {
        room(Integer.BYTES);
        buffer.putInt((int) sum.getValue());
        sum.reset();
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    /**
     * Hands what is in the buffer to the operating system. Where that fails, what was not written stays in the buffer.
     *
     * @throws IOException also if the file was deleted
     */
    void flush() throws IOException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            if (Files.notExists(path)) { // the system goes on writing into a file that has no name any more
                throw new IOException(path + ": was deleted while the run went on, and what was recorded with it");
            }
        } catch (IOException e) {
            throw DiskFullException.told(path, e);
        } finally {
            buffer.compact();
        }
    }

    /** Has all that was flushed on the disk when it returns. */
    void force() throws IOException {
        DiskFullException.named(path, () -> file.force(false));
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
