package org.ganglion.network.synapse;

/**
 * Powers of weights to one exponent, within {@code 1e-14} of the true ones and the same bits on any machine. Exponents 0
 * and 1 cost nothing, others some ten multiplications (docs/benchmarks.md, "plastic synapses").
 *
 * <p>A base is {@code 2^k c (1 + z)} with c in the middle of one of 256 parts of the numbers from 1 to 2, so that z is
 * below 2^-9; the powers of the first two are looked up, the last is the binomial series.
 */
final class Power {
    /** Beyond it the series is too short. */
    private static final double LARGEST_EXPONENT = 8;

    private static final int PARTS = 256;
    private static final int PART_SHIFT = 52 - 8; // bits of a part's number behind the exponent's
    private static final int MOST_K = 64; // powers of two that are looked up: 2^-64 to 2^64
    private static final double LEAST = 0x1p-64;
    private static final double MOST = 0x1p64;
    private static final long MANTISSA = (1L << 52) - 1;
    private static final long ONE = 0x3ffL << 52;

    private final double exponent;
    private final boolean tabled;
    private final double[] ofTwo; // [k + MOST_K]
    private final double[] ofPart; // [part]
    private final double b1;
    private final double b2;
    private final double b3;
    private final double b4;
    private final double b5;
    private final double b6;

    Power(double exponent) {
        this.exponent = exponent;
        this.tabled = exponent <= LARGEST_EXPONENT && exponent != 0 && exponent != 1;
        this.ofTwo = new double[tabled ? 2 * MOST_K : 0];
        this.ofPart = new double[tabled ? PARTS : 0];
        for (int i = 0; i < ofTwo.length; i++) {
            ofTwo[i] = StrictMath.pow(Math.scalb(1.0, i - MOST_K), exponent);
        }
        for (int i = 0; i < ofPart.length; i++) {
            ofPart[i] = StrictMath.pow(middle(i), exponent);
        }
        this.b1 = exponent;
        this.b2 = b1 * (exponent - 1) / 2;
        this.b3 = b2 * (exponent - 2) / 3;
        this.b4 = b3 * (exponent - 3) / 4;
        this.b5 = b4 * (exponent - 4) / 5;
        this.b6 = b5 * (exponent - 5) / 6;
    }

    private static double middle(int part) {
        return 1 + (part + 0.5) / PARTS;
    }

    double exponent() {
        return exponent;
    }

    /** The power of a number, which is not negative. */
    double of(double base) {
        if (exponent == 1) {
            return base;
        }
        if (exponent == 0) {
            return 1;
        }
        return tabled && base >= LEAST && base < MOST ? series(base) : StrictMath.pow(base, exponent);
    }

    private double series(double base) {
        long bits = Double.doubleToRawLongBits(base);
        int k = (int) ((bits - ONE) >> 52);
        int part = (int) ((bits & MANTISSA) >>> PART_SHIFT);
        double middle = middle(part);
        double z = (Double.longBitsToDouble((bits & MANTISSA) | ONE) - middle) / middle;
        double series = b6;
        series = series * z + b5;
        series = series * z + b4;
        series = series * z + b3;
        series = series * z + b2;
        series = series * z + b1;
        double power = ofTwo[k + MOST_K] * ofPart[part];
        return power + power * (series * z);
    }
}
