package org.ganglion.network.neuron.part;

/** A double as two words of a neuron's state. */
public final class DoubleWords {
    /** Words of one number. */
    public static final int WORDS = 2;

    private DoubleWords() {}

    /** In words that need not be neighbours. */
    public static void put(double value, int[] target, int upper, int lower) {
        long bits = Double.doubleToLongBits(value);
        target[upper] = (int) (bits >>> 32);
        target[lower] = (int) bits;
    }

    /** The number that such words hold. */
    public static double get(int[] source, int upper, int lower) {
        return Double.longBitsToDouble(((long) source[upper] << 32) | (source[lower] & 0xFFFF_FFFFL));
    }

    /** In words that follow each other. */
    public static void put(double value, int[] target, int at) {
        put(value, target, at, at + 1);
    }

    /** The number that such words hold. */
    public static double get(int[] source, int at) {
        return get(source, at, at + 1);
    }

    /** Writes what several arrays hold for a neuron. */
    public static void put(double[][] arrays, int neuron, int[] target, int at) {
        for (int i = 0; i < arrays.length; i++) {
            put(arrays[i][neuron], target, at + WORDS * i);
        }
    }

    /** Puts it back. */
    public static void get(double[][] arrays, int neuron, int[] source, int at) {
        for (int i = 0; i < arrays.length; i++) {
            arrays[i][neuron] = get(source, at + WORDS * i);
        }
    }
}
