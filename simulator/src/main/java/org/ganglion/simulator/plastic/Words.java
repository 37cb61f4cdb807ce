package org.ganglion.simulator.plastic;

/** Numbers of 64 bits as two words each, lower half first. */
final class Words {
    private Words() {}

    /** Returns where the next one goes. */
    static int put(int[] words, int at, long value) {
        words[at] = (int) value;
        words[at + 1] = (int) (value >>> 32);
        return at + 2;
    }

    static int put(int[] words, int at, double value) {
        return put(words, at, Double.doubleToRawLongBits(value));
    }

    static long getLong(int[] words, int at) {
        return (words[at] & 0xFFFFFFFFL) | (long) words[at + 1] << 32;
    }

    static double getDouble(int[] words, int at) {
        return Double.longBitsToDouble(getLong(words, at));
    }
}
