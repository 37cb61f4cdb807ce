package org.ganglion.network.random;

/**
 * The counter-based generator Squares: 64 random bits as a pure function of a key and a counter.
 *
 * <p>B. Widynski, "Squares: A Fast Counter-Based RNG" (2020), arXiv:2004.06278, five rounds. Keys must be irregular bit
 * patterns; {@link Keys} makes them.
 */
public final class Squares {
    private Squares() {}

    /** 64 uniformly distributed bits for this key and counter. */
    public static long bits(long key, long counter) {
        long y = counter * key;
        long z = y + key;
        long x = y;
        x = x * x + y;
        x = Long.rotateRight(x, 32);
        x = x * x + z;
        x = Long.rotateRight(x, 32);
        x = x * x + y;
        x = Long.rotateRight(x, 32);
        x = x * x + z;
        long t = x;
        x = Long.rotateRight(x, 32);
        return t ^ ((x * x + y) >>> 32);
    }

    /** The upper half of some bits as a number strictly between 0 and 1, on a grid of 2^-32. */
    public static double uniformHigh(long bits) {
        return ((bits >>> 32) + 0.5) * 0x1p-32;
    }

    /** The lower half of some bits as a number strictly between 0 and 1, on a grid of 2^-32. */
    public static double uniformLow(long bits) {
        return ((bits & 0xFFFFFFFFL) + 0.5) * 0x1p-32;
    }

    /** The upper 52 of some bits as a number strictly between 0 and 1; with 53 the largest would round to 1. */
    public static double uniform(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1p-52;
    }

    /** The upper half of some bits as an index below {@code bound}: multiply and shift, bias at most bound * 2^-32. */
    public static int indexHigh(long bits, int bound) {
        return (int) (((bits >>> 32) * bound) >>> 32);
    }

    /** The lower half of some bits as an index below {@code bound}: multiply and shift, bias at most bound * 2^-32. */
    public static int indexLow(long bits, int bound) {
        return (int) (((bits & 0xFFFFFFFFL) * bound) >>> 32);
    }
}
