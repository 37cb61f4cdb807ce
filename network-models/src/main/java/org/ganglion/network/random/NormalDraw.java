package org.ganglion.network.random;

/**
 * Fills arrays with keyed numbers from the standard normal distribution, neuron by neuron: the specification of
 * {@link NormalDrawVector}.
 *
 * <p>Neurons come in blocks of 32, as in {@link PoissonDraw}. A block takes 16 numbers of {@link Squares} in a step, at
 * counters {@code (step << 32) | (block * 16 + row)}; of the number in row r, neuron 2r takes the lower half and neuron
 * 2r + 1 the upper one. They become normal by the quantile function of M. J. Wichura (1988), doi 10.2307/2347330, in whose
 * tails a polynomial takes the place of the logarithm, so that few operations, the same in both forms, lead there. The
 * largest size is 6.3.
 */
public final class NormalDraw {
    /** Numbers of 64 bits in a block. */
    static final int ROWS = 16;

    /** Coefficients of AS 241, highest power first; numerator and denominator of the center and of the shoulder. */
    static final double[] CENTER_ABOVE = {
        2.5090809287301226727e3,
        3.3430575583588128105e4,
        6.7265770927008700853e4,
        4.5921953931549871457e4,
        1.3731693765509461125e4,
        1.9715909503065514427e3,
        1.3314166789178437745e2,
        3.3871328727963666080e0
    };

    static final double[] CENTER_BELOW = {
        5.2264952788528545610e3,
        2.8729085735721942674e4,
        3.9307895800092710610e4,
        2.1213794301586595867e4,
        5.3941960214247511077e3,
        6.8718700749205790830e2,
        4.2313330701600911252e1,
        1.0
    };

    static final double[] SHOULDER_ABOVE = {
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258e0,
        3.64784832476320460504e0,
        5.76949722146069140550e0,
        4.63033784615654529590e0,
        1.42343711074968357734e0
    };

    static final double[] SHOULDER_BELOW = {
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1.0
    };

    static final double CENTER = 0.425;
    static final double CENTER_SQUARED = 0.180625;
    static final double SHOULDER = 1.6;

    /** Of log((1 + s) / (1 - s)) / 2s, in powers of s squared, highest first. */
    static final double[] LOGARITHM = {
        1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3, 1
    };

    static final double LOG_TWO = 0.6931471805599453;
    static final double ROOT_TWO = 1.4142135623730951;
    static final long MANTISSA = 0x000F_FFFF_FFFF_FFFFL;
    static final long ONE = 0x3FF0_0000_0000_0000L;
    static final int BIAS = 1023;

    private NormalDraw() {}

    /**
     * Sets {@code out[offset + 32 * b + j]} for neuron j of block {@code firstBlock + b * stride}.
     *
     * @param step below 2^31
     * @param firstBlock number of the first block in the whole population; all blocks are below 2^28
     * @param stride distance, in blocks of the population, from one block of the output to the next
     */
    public static void fill(long key, long step, int firstBlock, int stride, int blocks, double[] out, int offset) {
        for (int b = 0; b < blocks; b++) {
            long counter = (step << 32) | ((long) (firstBlock + b * stride) * ROWS);
            int at = offset + PoissonDraw.BLOCK * b;
            for (int row = 0; row < ROWS; row++) {
                long bits = Squares.bits(key, counter + row);
                out[at + 2 * row] = quantile(Squares.uniformLow(bits));
                out[at + 2 * row + 1] = quantile(Squares.uniformHigh(bits));
            }
        }
    }

    /** The quantile function of the standard normal distribution, for probabilities from 2^-33 to 1 - 2^-33. */
    static double quantile(double p) {
        double q = p - 0.5;
        if (Math.abs(q) <= CENTER) {
            double r = CENTER_SQUARED - q * q;
            return q * polynomial(CENTER_ABOVE, r) / polynomial(CENTER_BELOW, r);
        }
        double r = Math.sqrt(-logarithm(Math.min(p, 1 - p))) - SHOULDER;
        double z = polynomial(SHOULDER_ABOVE, r) / polynomial(SHOULDER_BELOW, r);
        return q < 0 ? -z : z;
    }

    /** The natural logarithm of a normal number, to about 1e-16 of the logarithm where that is not near 0. */
    static double logarithm(double x) {
        long bits = Double.doubleToRawLongBits(x);
        double mantissa = Double.longBitsToDouble((bits & MANTISSA) | ONE);
        double exponent = (bits >>> 52) - BIAS;
        if (mantissa > ROOT_TWO) {
            mantissa = mantissa * 0.5;
            exponent = exponent + 1;
        }
        double s = (mantissa - 1) / (mantissa + 1);
        return exponent * LOG_TWO + (s + s) * polynomial(LOGARITHM, s * s);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int i = 1; i < coefficients.length; i++) {
            sum = sum * x + coefficients[i];
        }
        return sum;
    }
}
