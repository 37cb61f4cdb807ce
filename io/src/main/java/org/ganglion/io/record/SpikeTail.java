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
 * Reads the spikes of one file while its writer still appends to it. A record that is not there in full yet is read at
 * the next look. What is read is for the eye: of the sums only those of heads are checked, which tell a record from
 * anything else.
 */
final class SpikeTail implements Closeable {
    private static final int HEAD = Long.BYTES + 2 * Integer.BYTES;
    private static final int SUM = Integer.BYTES;
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel file;
    private final int group;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private final CRC32C sum = new CRC32C();
    private final int[] neurons = new int[BUFFER_BYTES / Integer.BYTES];
    private long position; // of the next record
    private long bufferedFrom; // position of the first byte in the buffer
    private long complete;
    private boolean broken;

    SpikeTail(Path path, SpillHeader header) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.READ);
        this.group = header.group();
        this.position = header.bytes();
        this.complete = header.leg().firstStep();
    }

    int group() {
        return group;
    }

    /** Step below which all are complete, as far as the file has been read. */
    long complete() {
        return complete;
    }

    /** Bytes that are there and not read. */
    long waiting() throws IOException {
        return broken ? 0 : Math.max(0, file.size() - position);
    }

    /**
     * Reads the records that are there in full.
     *
     * @param after spikes of this step and earlier ones are known and left out
     * @param most stops behind the record in which so many bytes are passed
     * @return the last step whose spikes were read; {@code after} if none were
     */
    long read(long after, long most, SpikeFollower.Sink sink) throws IOException {
        long size = file.size();
        long stop = position + most;
        long last = after;
        while (!broken && position < stop && position + HEAD <= size) {
            ByteBuffer head = at(position, HEAD);
            int count = head.getInt(head.position() + Long.BYTES);
            long step = head.getLong(head.position());
            if (!isHead(head)) {
                broken = true;
            } else if (count == 0) {
                complete = Math.max(complete, step);
                position += HEAD;
            } else if (position + length(count) > size) {
                break;
            } else {
                if (step > last) {
                    deliver(step, count, sink);
                    last = step;
                }
                position += length(count);
            }
        }
        return last;
    }

    private static long length(int count) {
        return HEAD + (long) Integer.BYTES * count + SUM;
    }

    private void deliver(long step, int count, SpikeFollower.Sink sink) throws IOException {
        long from = position + HEAD;
        int done = 0;
        while (done < count) {
            int size = Math.min(count - done, neurons.length);
            ByteBuffer piece = at(from + (long) Integer.BYTES * done, Integer.BYTES * size);
            piece.asIntBuffer().get(neurons, 0, size);
            sink.spikes(step, neurons, size);
            done += size;
        }
    }

    /** Goes to the first record among the last so many bytes, where more wait; returns whether it did. */
    boolean skip(long keptBytes) throws IOException {
        long size = file.size();
        long aligned = (size - keptBytes - position) / Integer.BYTES * Integer.BYTES;
        for (long p = position + aligned; aligned > 0 && p + HEAD <= size; p += Integer.BYTES) {
            ByteBuffer head = at(p, HEAD);
            int count = head.getInt(head.position() + Long.BYTES);
            if (count >= 0 && head.getLong(head.position()) >= complete && isHead(head)) {
                position = p;
                return true;
            }
        }
        return false;
    }

    private boolean isHead(ByteBuffer head) {
        int begin = head.position();
        sum.reset();
        sum.update(head.slice(begin, HEAD - Integer.BYTES));
        return head.getInt(begin + Long.BYTES) >= 0
                && head.getInt(begin + HEAD - Integer.BYTES) == (int) sum.getValue();
    }

    /** So many bytes of the file, from the buffer's position on; they must be there. */
    private ByteBuffer at(long from, int bytes) throws IOException {
        if (from < bufferedFrom || from + bytes > bufferedFrom + buffer.limit()) {
            buffer.clear();
            bufferedFrom = from;
            while (buffer.position() < bytes) {
                if (file.read(buffer, from + buffer.position()) < 0) {
                    buffer.limit(0);
                    throw new IOException("a file that is followed became shorter");
                }
            }
            buffer.flip();
        }
        return buffer.position((int) (from - bufferedFrom));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
