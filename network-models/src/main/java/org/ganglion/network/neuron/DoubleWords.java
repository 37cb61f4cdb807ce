package org.ganglion.network.neuron;

/** A double as two words of a neuron's state. */
final class DoubleWords {
    /** Words of one number. */
    static final int WORDS = 2;

    private DoubleWords() {}

    static void put(double value, int[] target, int upper, int lower) {
        long bits = Double.doubleToLongBits(value);
        target[upper] = (int) (bits >>> 32);
        target[lower] = (int) bits;
    }

    static double get(int[] source, int upper, int lower) {
        return Double.longBitsToDouble(((long) source[upper] << 32) | (source[lower] & 0xFFFF_FFFFL));
    }
}
