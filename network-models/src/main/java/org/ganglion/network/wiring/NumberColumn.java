package org.ganglion.network.wiring;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers kept exactly in as few bytes as that takes: one or two each where few of them differ, else four where all are
 * floats, else eight. Where all are the same, none.
 */
final class NumberColumn {
    static final NumberColumn NONE = new Survey().column(0);

    private static final int BYTE_CODES = 1 << Byte.SIZE;
    private static final int PIECE = 1 << 16; // numbers compared at once

    private final int size;
    private final double[] different; // [code]; empty where numbers have none
    private final byte[] bytes; // codes, or empty
    private final char[] chars; // codes, or empty
    private final float[] floats; // or empty
    private final double[] doubles; // or empty
    private final @Nullable SpooledColumn spooled;
    private final boolean allFloats;

    private NumberColumn(int size, double[] different, boolean allFloats) {
        this.size = size;
        this.different = different;
        int codes = different.length;
        this.bytes = new byte[codes > 1 && codes <= BYTE_CODES ? size : 0];
        this.chars = new char[codes > BYTE_CODES ? size : 0];
        this.floats = new float[codes == 0 && allFloats ? size : 0];
        this.doubles = new double[codes == 0 && !allFloats ? size : 0];
        this.spooled = null;
        this.allFloats = allFloats;
    }

    private NumberColumn(NumberColumn from, SpooledColumn spooled) {
        this.size = from.size;
        this.different = from.different;
        this.bytes = new byte[0];
        this.chars = new char[0];
        this.floats = new float[0];
        this.doubles = new double[0];
        this.spooled = spooled;
        this.allFloats = from.allFloats;
    }

    /** The same numbers in a spool; but this column where there is nothing to keep. */
    NumberColumn in(Spool spool) {
        int width = width();
        return width == 0 ? this : new NumberColumn(this, new SpooledColumn(spool, size, width, this::write));
    }

    private void write(int i, ByteBuffer out) {
        if (doubles.length > 0) {
            out.putDouble(doubles[i]);
        } else if (floats.length > 0) {
            out.putFloat(floats[i]);
        } else if (chars.length > 0) {
            out.putChar(chars[i]);
        } else {
            out.put(bytes[i]);
        }
    }

    /** The next number of a row that comes from a spool. */
    private double next(ByteBuffer row) {
        if (different.length > BYTE_CODES) {
            return different[row.getChar()];
        }
        if (different.length > 0) {
            return different[row.get() & 0xFF];
        }
        return allFloats ? row.getFloat() : row.getDouble();
    }

    int size() {
        return size;
    }

    /** Writes numbers from {@code first} on to {@code out[0 .. count)}. */
    void fill(int first, int count, double[] out) {
        if (spooled != null) {
            spooled.read(first, count, row -> {
                for (int i = 0; i < count; i++) {
                    out[i] = next(row);
                }
            });
            return;
        }
        for (int i = 0; i < count; i++) {
            out[i] = get(first + i);
        }
    }

    private double get(int i) {
        if (doubles.length > 0) {
            return doubles[i];
        }
        if (floats.length > 0) {
            return floats[i];
        }
        if (chars.length > 0) {
            return different[chars[i]];
        }
        return bytes.length > 0 ? different[bytes[i] & 0xFF] : different[0];
    }

    /** Bytes that a number takes. */
    int width() {
        if (spooled != null) {
            return spooled.width();
        }
        if (doubles.length > 0) {
            return Double.BYTES;
        }
        if (floats.length > 0) {
            return Float.BYTES;
        }
        return chars.length > 0 ? Character.BYTES : Math.min(bytes.length, 1);
    }

    double[] all() {
        double[] all = new double[size];
        fill(0, size, all);
        return all;
    }

    /** Whether the numbers are the same, bit by bit, however they are kept. */
    boolean same(NumberColumn other) {
        double[] here = new double[PIECE];
        double[] there = new double[PIECE];
        boolean same = size == other.size;
        for (int first = 0; same && first < size; first += PIECE) {
            int count = Math.min(PIECE, size - first);
            fill(first, count, here);
            other.fill(first, count, there);
            same = Arrays.equals(here, 0, count, there, 0, count); // compares bits
        }
        return same;
    }

    /** Looks at all numbers first, and then says how to keep them. They are put into the column by it. */
    static final class Survey {
        private static final int MOST_CODES = 1 << Character.SIZE;
        private static final int SLOTS = 2 * MOST_CODES; // a power of 2
        private static final int FREE = -1;

        private int[] slots = new int[0]; // codes by hash
        private double[] different = new double[16]; // [code]
        private int codes; // 0 where there are too many
        private boolean tooMany;
        private boolean allFloats = true;

        void see(double value) {
            allFloats &= Double.doubleToRawLongBits((float) value) == Double.doubleToRawLongBits(value);
            if (!tooMany && (codes == 0 || !is(value, 0)) && code(value) == FREE) {
                tooMany = true;
                slots = new int[0];
                different = new double[0];
                codes = 0;
            }
        }

        private boolean is(double value, int code) {
            return Double.doubleToRawLongBits(different[code]) == Double.doubleToRawLongBits(value);
        }

        /** The code of a number, a new one where it has none; or that none is free. */
        private int code(double value) {
            if (slots.length == 0) {
                slots = new int[SLOTS];
                Arrays.fill(slots, FREE);
            }
            long bits = Double.doubleToRawLongBits(value) * 0x9E3779B97F4A7C15L;
            int slot = (int) (bits >>> 40) & (SLOTS - 1);
            while (slots[slot] != FREE) {
                if (is(value, slots[slot])) {
                    return slots[slot];
                }
                slot = (slot + 1) & (SLOTS - 1);
            }
            if (codes == MOST_CODES) {
                return FREE;
            }
            if (codes == different.length) {
                different = Arrays.copyOf(different, 2 * codes);
            }
            different[codes] = value;
            slots[slot] = codes;
            return codes++;
        }

        /** Room for so many of the numbers that were seen. */
        NumberColumn column(int size) {
            return new NumberColumn(size, Arrays.copyOf(different, codes), allFloats);
        }

        void put(NumberColumn column, int i, double value) {
            if (column.doubles.length > 0) {
                column.doubles[i] = value;
            } else if (column.floats.length > 0) {
                column.floats[i] = (float) value;
            } else if (column.chars.length > 0) {
                column.chars[i] = (char) code(value);
            } else if (column.bytes.length > 0) {
                column.bytes[i] = (byte) code(value);
            }
        }
    }
}
