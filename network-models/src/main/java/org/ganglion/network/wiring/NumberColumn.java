package org.ganglion.network.wiring;

import java.util.Arrays;

/**
 * Numbers kept exactly in as few bytes as that takes: one or two each where few of them differ, else four where all are
 * floats, else eight. Where all are the same, none.
 */
final class NumberColumn {
    static final NumberColumn NONE = new Survey().column(0);

    private static final int BYTE_CODES = 1 << Byte.SIZE;

    private final int size;
    private final double[] different; // [code]; empty where numbers have none
    private final byte[] bytes; // codes, or empty
    private final char[] chars; // codes, or empty
    private final float[] floats; // or empty
    private final double[] doubles; // or empty

    private NumberColumn(int size, double[] different, boolean allFloats) {
        this.size = size;
        this.different = different;
        int codes = different.length;
        this.bytes = new byte[codes > 1 && codes <= BYTE_CODES ? size : 0];
        this.chars = new char[codes > BYTE_CODES ? size : 0];
        this.floats = new float[codes == 0 && allFloats ? size : 0];
        this.doubles = new double[codes == 0 && !allFloats ? size : 0];
    }

    int size() {
        return size;
    }

    double get(int i) {
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
        Arrays.setAll(all, this::get);
        return all;
    }

    /** Whether the numbers are the same, bit by bit, however they are kept. */
    boolean same(NumberColumn other) {
        boolean same = size == other.size;
        for (int i = 0; same && i < size; i++) {
            same = Double.doubleToLongBits(get(i)) == Double.doubleToLongBits(other.get(i));
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
