package org.ganglion.io.hdf5;

import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.indexing.ChunkImpl;
import io.jhdf.dataset.chunked.indexing.FixedArrayIndexWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.Arrays;

/**
 * Values of one dataset in compressed chunks at the end of the file, in the order in which they become full. Behind the
 * last one goes their index, and the header of the dataset is written again to say where that is.
 */
final class ChunkedStorage implements Storage {
    private static final long[] NOWHERE = {}; // the index tells chunks by their order

    private final ChunkedFile file;
    private final ReservedDataset dataset;
    private final ChunkShape shape;
    private long[] addresses = new long[16]; // [chunk]
    private int[] sizes = new int[16]; // [chunk]
    private int written;

    ChunkedStorage(ChunkedFile file, ReservedDataset dataset, ChunkShape shape) {
        this.file = file;
        this.dataset = dataset;
        this.shape = shape;
    }

    @Override
    public ByteBuffer buffer() {
        return ByteBuffer.allocate(shape.bytes()).order(ByteOrder.nativeOrder()).limit(shape.bytesInside(0));
    }

    @Override
    public void write(ByteBuffer piece) throws IOException {
        if (written < shape.count()) {
            put(piece);
        }
        if (written == shape.count()) {
            throw new IOException(dataset.getPath() + ": more values than were counted");
        }
        piece.clear().limit(shape.bytesInside(written));
    }

    private void put(ByteBuffer piece) throws IOException {
        byte[] chunk = piece.array();
        assert piece.arrayOffset() == 0; // as buffer() made it
        Arrays.fill(chunk, piece.position(), chunk.length, (byte) 0);
        if (written == addresses.length) {
            int larger = (int) Math.min(2L * written, shape.count());
            addresses = Arrays.copyOf(addresses, larger);
            sizes = Arrays.copyOf(sizes, larger);
        }
        ByteBuffer packed = file.packed(chunk, shape.elementBytes());
        sizes[written] = packed.remaining();
        addresses[written] = file.append(packed);
        written++;
    }

    @Override
    public void finish(ByteBuffer piece) throws IOException {
        if (written + 1 != shape.count() || piece.hasRemaining()) {
            throw new IOException(dataset.getPath() + ": fewer values than were counted");
        }
        put(piece);
        if (written == 1) {
            file.write(dataset.headerOfOneChunk(addresses[0], sizes[0]), dataset.headerAddress());
            return;
        }
        long index = file.end();
        file.append(FixedArrayIndexWriter.createFixedArray(
                new Chunks(), index, shape.bytes(), true, ReservedDataset.pageBits(shape)));
        file.write(dataset.headerOfChunks(index), dataset.headerAddress());
    }

    /** The chunks as jHDF wants to see them, made as they are asked for. */
    private final class Chunks extends AbstractList<Chunk> {
        @Override
        public Chunk get(int chunk) {
            return new ChunkImpl(addresses[chunk], sizes[chunk], NOWHERE);
        }

        @Override
        public int size() {
            return written;
        }
    }
}
