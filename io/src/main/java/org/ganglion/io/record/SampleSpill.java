package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.ganglion.simulator.SampleTimes;

/**
 * Reads the samples that one group took for one recorder, a block at a time. Samples are numbered from the beginning of the
 * run; a file holds those of a range without gaps. A record cut off at the end of the file counts as not there; damage
 * before that is refused.
 */
final class SampleSpill implements Closeable {
    private final Path path;
    private final FileChannel file;
    private final SpillHeader header;
    private final SampleTimes clock;
    private final int recordBytes;
    private final ByteBuffer block; // whole records, from row blockFirst on
    private final CRC32C sum = new CRC32C();
    private final long rows;
    private final long first;
    private long blockFirst;
    private long blockEnd;

    SampleSpill(SpillFile spill, SampleTimes clock) throws IOException {
        this.path = spill.path();
        this.header = spill.header();
        this.clock = clock;
        this.file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            this.recordBytes =
                    Math.addExact(Long.BYTES + Integer.BYTES, Math.multiplyExact(Float.BYTES, header.rowSize()));
            int blockBytes = Math.multiplyExact(recordBytes, Math.max(1, SpillWriter.BUFFER_BYTES / recordBytes));
            this.block = ByteBuffer.allocateDirect(blockBytes).order(ByteOrder.LITTLE_ENDIAN);
            this.rows = (file.size() - header.bytes()) / recordBytes;
            this.first = rows == 0 ? 0 : sampleOf(stepOf(0));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    SpillHeader header() {
        return header;
    }

    /** Number of the first sample in the file. */
    long first() {
        return first;
    }

    /** Behind the number of the last sample in the file. */
    long end() {
        return first + rows;
    }

    boolean holds(long sample) {
        return sample >= first && sample < end();
    }

    /** Reads a sample, {@code [neuron][variable]}. */
    void read(long sample, float[] values) throws IOException {
        long row = sample - first;
        long step = stepOf(row);
        if (step != clock.stepOf(sample)) {
            throw new IOException(path + ": damaged: a sample of step " + step + " stands where one of step "
                    + clock.stepOf(sample) + " belongs");
        }
        block.position(startOf(row) + Long.BYTES);
        block.asFloatBuffer().get(values, 0, header.rowSize());
    }

    private long sampleOf(long step) throws IOException {
        if (!clock.sampled(step)) {
            throw new IOException(path + ": was written for another recorder: it begins with a sample of step " + step);
        }
        return clock.firstFrom(step);
    }

    /** Step of a row, which is in the block and checked when this returns. */
    private long stepOf(long row) throws IOException {
        if (row < blockFirst || row >= blockEnd) {
            blockFirst = row;
            blockEnd = Math.min(rows, row + block.capacity() / recordBytes);
            block.clear().limit((int) (blockEnd - row) * recordBytes);
            readAt(header.bytes() + row * recordBytes);
        }
        int start = startOf(row);
        int end = start + recordBytes - Integer.BYTES;
        int limit = block.limit();
        sum.reset();
        sum.update(block.position(start).limit(end));
        block.limit(limit);
        if (block.getInt(end) != (int) sum.getValue()) {
            throw new IOException(path + ": damaged: wrong checksum of sample " + row
                    + " in it; restore the file, or delete it if another file of its group covers its steps");
        }
        return block.getLong(start);
    }

    private int startOf(long row) {
        return (int) (row - blockFirst) * recordBytes;
    }

    private void readAt(long from) throws IOException {
        long position = from;
        while (block.hasRemaining()) {
            int size = file.read(block, position);
            if (size < 0) {
                throw new IOException(path + ": became shorter while it was read");
            }
            position += size;
        }
        block.flip();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
