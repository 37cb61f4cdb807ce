package org.ganglion.io.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Values of one dataset one behind the other in the file, in the room that was left for them. */
final class ContiguousStorage implements Storage {
    private final FileChannel file;
    private final String name;
    private final int bufferBytes;
    private final long end;
    private long position;

    ContiguousStorage(FileChannel file, ReservedDataset dataset, int mostBytes) {
        this.file = file;
        this.name = dataset.getPath();
        this.position = dataset.dataAddress();
        this.end = position + dataset.getSizeInBytes();
        int needed = (int) Math.min(dataset.getSizeInBytes(), mostBytes) & -Long.BYTES;
        this.bufferBytes = Math.max(needed, Long.BYTES);
    }

    @Override
    public ByteBuffer buffer() {
        return ByteBuffer.allocateDirect(bufferBytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void write(ByteBuffer piece) throws IOException {
        piece.flip();
        if (position + piece.remaining() > end) {
            throw new IOException(name + ": more values than were counted");
        }
        while (piece.hasRemaining()) {
            position += file.write(piece, position);
        }
        piece.clear();
    }

    @Override
    public void finish(ByteBuffer piece) throws IOException {
        write(piece);
        if (position != end) {
            throw new IOException(name + ": " + (end - position) + " bytes fewer than were counted");
        }
    }
}
