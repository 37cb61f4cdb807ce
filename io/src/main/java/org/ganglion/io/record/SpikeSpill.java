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
 * Reads the spikes of one group back, step by step, through one buffer of fixed size. A record cut off at the end of the
 * file, as left by a process that was killed, counts as not there; damage before that is refused.
 */
final class SpikeSpill implements Closeable {
    /** What {@link #step} says behind the last record. */
    static final long END = Long.MAX_VALUE;

    private static final int HEAD = Long.BYTES + Integer.BYTES;
    private static final int SUM = Integer.BYTES;

    private final Path path;
    private final FileChannel file;
    private final ByteBuffer buffer;
    private final CRC32C sum = new CRC32C();
    private final long endStep;
    private long unread;
    private long previous = -1;
    private long step = -1;
    private long complete; // what the last mark says
    private int count;

    /** Opens a file at its first record of a step in {@code [firstStep, endStep)}; others are left out. */
    SpikeSpill(SpillFile spill, long firstStep, long endStep, int bufferBytes) throws IOException {
        this.path = spill.path();
        this.endStep = endStep;
        this.file = FileChannel.open(path, StandardOpenOption.READ);
        this.buffer = ByteBuffer.allocateDirect(bufferBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .limit(0);
        try {
            file.position(spill.header().bytes());
            unread = file.size() - file.position();
            advance();
            int[] left = new int[0];
            while (step < firstStep) {
                left = left.length < count ? new int[count] : left;
                take(left, 0);
            }
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

    /** Copies the neurons of the current record to {@code neurons[first]} onwards and goes on to the next record. */
    void take(int[] neurons, int first) throws IOException {
        int done = 0;
        while (done < count) {
            fill(Integer.BYTES);
            int size = Math.min(count - done, buffer.remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(neurons, first + done, size);
            sum(Integer.BYTES * size);
            done += size;
        }
        checkSum();
        unread -= (long) Integer.BYTES * count + SUM;
        advance();
    }

    /** Step below which all are complete, as far as it has been read. */
    long complete() {
        return complete;
    }

    private void advance() throws IOException {
        previous = step;
        while (unread >= HEAD + SUM) {
            if (readHead()) {
                return;
            }
        }
        step = END;
    }

    /** Reads the head of a record; whether it is one of spikes rather than a mark. */
    private boolean readHead() throws IOException {
        fill(HEAD);
        long next = buffer.getLong(buffer.position());
        count = buffer.getInt(buffer.position() + Long.BYTES);
        sum(HEAD);
        checkSum();
        unread -= HEAD + SUM;
        if (count == 0
                && next >= previous
                && next >= complete) { // it may come when a step's spikes have, and not its end
            complete = next;
            return false;
        }
        if (next <= previous || next < complete || count <= 0) {
            throw new IOException(
                    path + ": damaged: step " + next + " with " + count + " spikes follows step " + previous);
        }
        boolean whole = unread >= (long) Integer.BYTES * count + SUM;
        step = whole && next < endStep ? next : END;
        return true;
    }

    /** Takes so many bytes, which must be in the buffer, and goes behind them. */
    private void sum(int bytes) {
        int limit = buffer.limit();
        buffer.limit(buffer.position() + bytes);
        sum.update(buffer);
        buffer.limit(limit);
    }

    private void checkSum() throws IOException {
        fill(SUM);
        if (buffer.getInt() != (int) sum.getValue()) {
            throw new IOException(path + ": damaged: wrong checksum "
                    + (step < 0 ? "in the first record" : "at or behind step " + step)
                    + "; restore the file, or delete it if another file of its group covers its steps");
        }
        sum.reset();
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
