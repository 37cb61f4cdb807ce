package org.ganglion.io.sonata.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Looks at the headers of objects before the library does, which makes room for as much as a header claims to hold, two billion bytes if
 * it is damaged. A header is known by how it is read: version 2 by six bytes with its signature, version 1 by twelve bytes after the first of them.
 */
final class ObjectHeaders {
    private static final int SIGNATURE = 0x5244484F; // OHDR, its first letter in the lowest byte
    private static final int TIMES = 1 << 5;
    private static final int PHASE_CHANGE = 1 << 4;

    private final FileChannel file;
    private long versionOneAt = -1;

    ObjectHeaders(FileChannel file) {
        this.file = file;
    }

    /**
     * Looks at what has been read.
     *
     * @param bytes read, from position 0 to its limit
     * @throws IllegalStateException if it begins a header that claims to be larger than the file
     */
    void look(ByteBuffer bytes, long at) throws IOException {
        ByteBuffer read = bytes.order(ByteOrder.LITTLE_ENDIAN);
        int length = read.limit();
        if (length == 6 && read.getInt(0) == SIGNATURE) {
            int flags = read.get(5);
            int before = 6 + ((flags & TIMES) != 0 ? 16 : 0) + ((flags & PHASE_CHANGE) != 0 ? 4 : 0);
            int width = 1 << (flags & 3);
            requireInside(at, before + width, number(at + before, width));
        } else if (length == 12 && at == versionOneAt) {
            requireInside(at, length, read.getInt(8) & 0xFFFFFFFFL);
        }
        versionOneAt = length == 1 && read.get(0) == 1 ? at : -1;
    }

    private long number(long at, int width) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.limit(width);
        int got = file.read(bytes, at);
        bytes.clear(); // what lies behind is zero
        return got < width ? Long.MAX_VALUE : bytes.getLong(0);
    }

    private void requireInside(long at, int before, long size) throws IOException {
        if (size < 0 || size > file.size() - at - before) {
            throw new IllegalStateException("the header at byte " + at + " claims to be larger than the file");
        }
    }
}
