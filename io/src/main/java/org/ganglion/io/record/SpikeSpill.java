package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads the spikes of one group back, step by step, through one buffer of fixed size. A record cut off at the end of the
 * file, as left by a process that was killed, counts as not there.
 */
final class SpikeSpill implements Closeable {
    /** What {@link #step} says behind the last record. */
    static final long END = Long.MAX_VALUE;

    private static final int RECORD_HEAD = Long.BYTES + Integer.BYTES;

    private final Path path;
    private final FileChannel file;
    private final ByteBuffer buffer;
    private final long endStep;
    private long unread;
    private long step = -1;
    private int count;

    /** Opens a file at its first record; records of {@code endStep} and later steps are left out. */
    SpikeSpill(Path path, long endStep, int bufferBytes) throws IOException {
        this.path = path;
        this.endStep = endStep;
        this.file = FileChannel.open(path, StandardOpenOption.READ);
        this.buffer = ByteBuffer.allocateDirect(bufferBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .limit(0);
        try {
            if (SpillHeader.read(file, path).kind() != SpillHeader.Kind.SPIKES) {
                throw new IOException(path + ": does not hold spikes");
            }
            unread = file.size() - file.position();
            advance();
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Step of the current record, or {@link #END}. */
    long step() {
        return step;
    }

    /** Number of spikes in the current record. */
    int count() {
        return count;
    }

    /** Copies the neurons of the current record to {@code neurons[first]} onwards and goes on to the next record. */
    void take(int[] neurons, int first) throws IOException {
        int done = 0;
        while (done < count) {
            fill(Integer.BYTES);
            int size = Math.min(count - done, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(neurons, first + done, size);
            buffer.position(buffer.position() + Integer.BYTES * size);
            done += size;
        }
        unread -= (long) Integer.BYTES * count;
        advance();
    }

    private void advance() throws IOException {
        if (unread < RECORD_HEAD) {
            step = END;
            return;
        }
        fill(RECORD_HEAD);
        long next = buffer.getLong();
        count = buffer.getInt();
        unread -= RECORD_HEAD;
        if (next < step || count <= 0) {
            throw new IOException(path + ": damaged: step " + next + " with " + count + " spikes follows step " + step);
        }
        boolean whole = unread >= (long) Integer.BYTES * count;
        step = whole && next < endStep ? next : END;
    }

    private void fill(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        buffer.compact();
        while (buffer.position() < bytes) {
            if (file.read(buffer) < 0) {
                throw new IOException(path + ": became shorter while it was read");
            }
        }
        buffer.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
