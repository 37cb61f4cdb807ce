package org.ganglion.network.wiring;

import java.nio.ByteBuffer;

/** Numbers of one, two, four or eight bytes each that lie in a {@link Spool}. */
final class SpooledColumn {
    private static final int PIECE = 1 << 16; // numbers written at once

    /** Bytes read at once: next targets are mostly asked for next, and calls of the system cost more than these bytes. */
    private static final int WINDOW = 1 << 14;

    private final Spool spool;
    private final long position;
    private final int width;
    private final long end;
    private byte[] window = {}; // what was read last, from windowBegin on
    private long windowBegin;
    private int windowSize;

    /** Writes one number of a column. */
    interface Writer {
        void write(int number, ByteBuffer out);
    }

    /** Takes the numbers that were read, one after the other. */
    interface Reader {
        void read(ByteBuffer row);
    }

    /** Moves {@code size} numbers of {@code width} bytes into a spool. */
    SpooledColumn(Spool spool, int size, int width, Writer writer) {
        this.spool = spool;
        this.width = width;
        this.position = spool.reserve((long) size * width);
        this.end = position + (long) size * width;
        ByteBuffer piece = ByteBuffer.allocate(Math.min(size, PIECE) * width);
        long at = position;
        for (int first = 0; first < size; first += PIECE) {
            int end = Math.min(size - first, PIECE) + first;
            piece.clear();
            for (int i = first; i < end; i++) {
                writer.write(i, piece);
            }
            spool.write(at, piece.array(), piece.position());
            at += piece.position();
        }
    }

    int width() {
        return width;
    }

    /** Reads numbers from {@code first} on; no other thread does meanwhile, since all share the window. */
    synchronized void read(int first, int count, Reader reader) {
        int bytes = Math.multiplyExact(count, width);
        long begin = position + (long) first * width;
        if (begin < windowBegin || begin + bytes > windowBegin + windowSize) {
            load(begin, (int) Math.min(Math.max(bytes, WINDOW), end - begin));
        }
        reader.read(ByteBuffer.wrap(window, (int) (begin - windowBegin), bytes));
    }

    private void load(long begin, int size) {
        if (window.length < size) {
            window = new byte[size];
        }
        windowSize = 0; // should the reading fail
        spool.read(begin, window, size);
        windowBegin = begin;
        windowSize = size;
    }
}
