package org.ganglion.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Fills one dataset of rows that grow side by side, each in its own range, through a small buffer for each row. All buffers
 * together stay within a budget however many values there are.
 */
final class ScatteredWriter implements DatasetFilling {
    private static final int BUDGET = 1 << 25;
    private static final int LARGEST_BUFFER = 1 << 9;

    private final FileChannel file;
    private final String name;
    private final long[] next; // [row]: where in the file its next value belongs
    private final long[] end; // [row]
    private final int slots; // values in a row's buffer
    private final double[] waiting; // [row * slots + slot]
    private final short[] used; // [row]
    private final ByteBuffer bytes;

    /** @param counts number of values, {@code [row]}; their sum is the size of the dataset */
    ScatteredWriter(FileChannel file, ReservedDataset dataset, long[] counts) {
        this.file = file;
        this.name = dataset.getPath();
        this.next = new long[counts.length];
        this.end = new long[counts.length];
        long position = dataset.dataAddress();
        for (int row = 0; row < counts.length; row++) {
            next[row] = position;
            position += counts[row] * Double.BYTES;
            end[row] = position;
        }
        this.slots = Math.clamp(BUDGET / Double.BYTES / Math.max(1, counts.length), 1, LARGEST_BUFFER);
        this.waiting = new double[counts.length * slots];
        this.used = new short[counts.length];
        this.bytes = ByteBuffer.allocateDirect(slots * Double.BYTES).order(ByteOrder.nativeOrder());
    }

    /** Values that wait in memory at most. */
    int room() {
        return waiting.length;
    }

    /** Adds the next value of a row. */
    void put(int row, double value) throws IOException {
        if (used[row] == slots) {
            flush(row);
        }
        waiting[row * slots + used[row]++] = value;
    }

    private void flush(int row) throws IOException {
        bytes.clear();
        bytes.asDoubleBuffer().put(waiting, row * slots, used[row]);
        bytes.limit(used[row] * Double.BYTES);
        if (next[row] + bytes.remaining() > end[row]) {
            throw new IOException(name + ": more values than were counted");
        }
        while (bytes.hasRemaining()) {
            next[row] += file.write(bytes, next[row]);
        }
        used[row] = 0;
    }

    @Override
    public void finish() throws IOException {
        for (int row = 0; row < next.length; row++) {
            flush(row);
            if (next[row] != end[row]) {
                throw new IOException(name + ": " + (end[row] - next[row]) + " bytes fewer than were counted");
            }
        }
    }
}
