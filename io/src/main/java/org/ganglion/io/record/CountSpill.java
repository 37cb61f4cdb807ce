package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Reads the counts of one group for one recorder of rates back, step by step. A record cut off at the end of the file counts
 * as not there; damage before that is refused.
 */
final class CountSpill implements Closeable {
    /** What {@link #step} says behind the last record. */
    static final long END = Long.MAX_VALUE;

    private static final int BUFFER_BYTES = SpillWriter.COUNT_BYTES << 8;

    private final Path path;
    private final FileChannel file;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private final CRC32C sum = new CRC32C();
    private final long endStep;
    private long previous = -1;
    private long step = -1;
    private int count;

    /** Opens a file at its first record of a step in {@code [firstStep, endStep)}; others are left out. */
    CountSpill(SpillFile spill, long firstStep, long endStep) throws IOException {
        this.path = spill.path();
        this.endStep = endStep;
        this.file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            file.position(spill.header().bytes());
            do {
                next();
            } while (step < firstStep);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    /** Step of the current record, or {@link #END}. */
    long step() {
        return step;
    }

    /** Number of spikes in the current record. */
    int count() {
        return count;
    }

    /** Whether its writer went through this step and had no spikes in it. */
    boolean silentIn(long other) {
        return previous >= 0 && previous < other && other < step && step != END;
    }

    /** Goes on to the next record. */
    void next() throws IOException {
        previous = step;
        if (!fill()) {
            step = END;
            return;
        }
        int begin = buffer.position();
        sum.reset();
        sum.update(buffer.slice(begin, SpillWriter.COUNT_BYTES - Integer.BYTES));
        long found = buffer.getLong();
        count = buffer.getInt();
        if (buffer.getInt() != (int) sum.getValue() || found <= previous || count <= 0) {
            throw new IOException(
                    path + ": damaged " + (previous < 0 ? "in the first record" : "behind step " + previous)
                            + "; restore the file, or delete it if another file of its group covers its steps");
        }
        step = found < endStep ? found : END;
    }

    /** Whether there is a whole record in the buffer now. */
    private boolean fill() throws IOException {
        if (buffer.remaining() < SpillWriter.COUNT_BYTES) {
            buffer.compact();
            while (buffer.position() < SpillWriter.COUNT_BYTES && file.read(buffer) >= 0) {}
            buffer.flip();
        }
        return buffer.remaining() >= SpillWriter.COUNT_BYTES;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
