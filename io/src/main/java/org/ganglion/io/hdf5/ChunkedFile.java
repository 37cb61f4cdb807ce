package org.ganglion.io.hdf5;

import io.jhdf.checksum.ChecksumUtils;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.Deflater;

/** A file that grows by chunks: compresses them, appends them, and in the end tells the superblock where the file ends. */
final class ChunkedFile implements Closeable {
    /** The fastest. Spikes get hardly smaller by a higher one, see decision 0058. */
    static final int LEVEL = Deflater.BEST_SPEED;

    private static final int SUPERBLOCK_BYTES = 48; // of versions 2 and 3, with addresses of 8 bytes
    private static final int END_OF_FILE = 28; // where in it the end of the file stands
    private static final int VERSION = 8; // where in it the version stands

    private final FileChannel file;
    private final Deflater deflater = new Deflater(LEVEL);
    private byte[] shuffled = new byte[0];
    private byte[] deflated = new byte[0];
    private long end;

    ChunkedFile(FileChannel file) throws IOException {
        this.file = file;
        this.end = file.size();
    }

    /** Where the next bytes will be appended. */
    long end() {
        return end;
    }

    /** A chunk as it is stored; to be used before the next one is packed. */
    ByteBuffer packed(byte[] chunk, int elementBytes) {
        if (shuffled.length != chunk.length) {
            shuffled = new byte[chunk.length];
        }
        shuffle(chunk, elementBytes, shuffled);
        int most = chunk.length + chunk.length / 1000 + 64; // deflate adds 5 bytes to 16 KiB that it cannot shorten
        if (deflated.length < most) {
            deflated = new byte[most];
        }
        deflater.reset();
        deflater.setInput(shuffled);
        deflater.finish();
        int size = deflater.deflate(deflated);
        if (!deflater.finished()) {
            throw new IllegalStateException("a chunk of " + chunk.length + " bytes got longer than " + size);
        }
        return ByteBuffer.wrap(deflated, 0, size);
    }

    /** Puts the first bytes of all elements first, then their second ones, and so on: like bytes are beside each other. */
    private static void shuffle(byte[] from, int elementBytes, byte[] to) {
        int elements = from.length / elementBytes;
        for (int b = 0; b < elementBytes; b++) {
            int first = b * elements;
            for (int i = 0; i < elements; i++) {
                to[first + i] = from[i * elementBytes + b];
            }
        }
    }

    /** Writes bytes at the end; returns where they begin. */
    long append(ByteBuffer bytes) throws IOException {
        long address = end;
        end += bytes.remaining();
        write(bytes, address);
        return address;
    }

    void write(ByteBuffer bytes, long address) throws IOException {
        long position = address;
        while (bytes.hasRemaining()) {
            position += file.write(bytes, position);
        }
    }

    /** Corrects the end of the file in its superblock. */
    void finish() throws IOException {
        ByteBuffer superblock = ByteBuffer.allocate(SUPERBLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (superblock.hasRemaining()) {
            if (file.read(superblock, superblock.position()) < 0) {
                throw new IOException("became shorter while it was written");
            }
        }
        if (superblock.get(VERSION) != 2 && superblock.get(VERSION) != 3) {
            throw new IllegalStateException("jHDF wrote a superblock of version " + superblock.get(VERSION));
        }
        superblock.putLong(END_OF_FILE, end);
        int sum = ChecksumUtils.checksum(superblock.flip().limit(SUPERBLOCK_BYTES - Integer.BYTES));
        superblock.limit(SUPERBLOCK_BYTES).putInt(SUPERBLOCK_BYTES - Integer.BYTES, sum);
        write(superblock.position(0), 0);
    }

    /** Gives the memory of the compressor back. The file itself stays open. */
    @Override
    public void close() {
        deflater.end();
    }
}
