package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads the samples that one group took for one recorder, row by row, a block at a time. All records have the same size; one cut off at the
 * end of the file counts as not there.
 */
final class SampleSpill implements Closeable {
    private final Path path;
    private final FileChannel file;
    private final SpillHeader header;
    private final long rows;
    private final int recordBytes;
    private final ByteBuffer block; // whole records, from blockFirst on
    private long blockFirst;
    private long blockEnd;

    /** Opens a file; samples of {@code endStep} and later steps are left out. */
    SampleSpill(Path path, long endStep) throws IOException {
        this.path = path;
        this.file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            this.header = SpillHeader.read(file, path);
            if (header.kind() != SpillHeader.Kind.SAMPLES) {
                throw new IOException(path + ": does not hold samples");
            }
            this.recordBytes = Math.addExact(Long.BYTES, Math.multiplyExact(Float.BYTES, header.rowSize()));
            int blockBytes = recordBytes * Math.max(1, SpillWriter.BUFFER_BYTES / recordBytes);
            this.block = ByteBuffer.allocateDirect(blockBytes).order(ByteOrder.LITTLE_ENDIAN);
            long whole = (file.size() - header.bytes()) / recordBytes;
            while (whole > 0 && stepOf(whole - 1) >= endStep) {
                whole--;
            }
            this.rows = whole;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Indices of its neurons in their population, ascending. */
    int[] sampled() {
        return header.sampled();
    }

    /** Values in one row. */
    int rowSize() {
        return header.rowSize();
    }

    long rows() {
        return rows;
    }

    /** Step of a row. */
    long stepOf(long row) throws IOException {
        ByteBuffer step = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        readAt(step, row);
        return step.getLong();
    }

    /**
     * Reads a row, {@code [neuron][variable]}.
     *
     * @return its step
     */
    long read(long row, float[] values) throws IOException {
        if (row < blockFirst || row >= blockEnd) {
            blockFirst = row;
            blockEnd = Math.min(rows, row + block.capacity() / recordBytes);
            block.clear().limit((int) (blockEnd - row) * recordBytes);
            readAt(block, row);
        }
        int start = (int) (row - blockFirst) * recordBytes;
        block.position(start + Long.BYTES);
        block.asFloatBuffer().get(values, 0, header.rowSize());
        return block.getLong(start);
    }

    private void readAt(ByteBuffer target, long row) throws IOException {
        long position = header.bytes() + row * recordBytes;
        while (target.hasRemaining()) {
            int size = file.read(target, position);
            if (size < 0) {
                throw new IOException(path + ": became shorter while it was read");
            }
            position += size;
        }
        target.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
