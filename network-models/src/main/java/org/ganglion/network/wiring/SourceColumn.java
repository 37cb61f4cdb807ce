package org.ganglion.network.wiring;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sources of synapses, of two bytes each where they are few, else of four; in memory or in a {@link Spool}. */
final class SourceColumn {
    private static final int FEW = Character.MAX_VALUE + 1;
    private static final int PIECE = 1 << 16; // sources compared at once

    private final int size;
    private final boolean wide;
    private final char[] few; // or empty
    private final int[] many; // or empty
    private final @Nullable SpooledColumn spooled;

    /** Room for so many, none of which is larger than {@code largest}. */
    SourceColumn(int size, int largest) {
        this.size = size;
        this.wide = largest >= FEW;
        this.few = new char[wide ? 0 : size];
        this.many = new int[wide ? size : 0];
        this.spooled = null;
    }

    private SourceColumn(SourceColumn from, Spool spool) {
        this.size = from.size;
        this.wide = from.wide;
        this.few = new char[0];
        this.many = new int[0];
        this.spooled = wide
                ? new SpooledColumn(spool, size, Integer.BYTES, (i, out) -> out.putInt(from.many[i]))
                : new SpooledColumn(spool, size, Character.BYTES, (i, out) -> out.putChar(from.few[i]));
    }

    /** The same sources in a spool. */
    SourceColumn in(Spool spool) {
        return new SourceColumn(this, spool);
    }

    void put(int i, int source) {
        if (wide) {
            many[i] = source;
        } else {
            few[i] = (char) source;
        }
    }

    int size() {
        return size;
    }

    /** Bytes that a source takes. */
    int width() {
        return wide ? Integer.BYTES : Character.BYTES;
    }

    /** Writes sources from {@code first} on to {@code out[0 .. count)}. */
    void fill(int first, int count, int[] out) {
        if (spooled != null) {
            spooled.read(first, count, row -> {
                for (int i = 0; i < count; i++) {
                    out[i] = wide ? row.getInt() : row.getChar();
                }
            });
        } else if (wide) {
            System.arraycopy(many, first, out, 0, count);
        } else {
            for (int i = 0; i < count; i++) {
                out[i] = few[first + i];
            }
        }
    }

    int[] all() {
        int[] all = new int[size];
        fill(0, size, all);
        return all;
    }

    /** Whether the sources are the same, wherever they are kept. */
    boolean same(SourceColumn other) {
        int[] here = new int[PIECE];
        int[] there = new int[PIECE];
        boolean same = size == other.size;
        for (int first = 0; same && first < size; first += PIECE) {
            int count = Math.min(PIECE, size - first);
            fill(first, count, here);
            other.fill(first, count, there);
            same = Arrays.equals(here, 0, count, there, 0, count);
        }
        return same;
    }
}
