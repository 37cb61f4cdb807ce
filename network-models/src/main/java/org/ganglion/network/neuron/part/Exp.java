package org.ganglion.network.neuron.part;

/**
 * The exponential function for steps: the same bits on every machine and in vector form ({@link ExpVector}), which
 * neither {@link Math#exp} nor the Vector API's own promises.
 *
 * <p>{@code x = k ln 2 + r} with a whole {@code k} and {@code |r|} at most half of {@code ln 2}; {@code exp(r)} is the
 * polynomial that deviates least from it. The error is below one and a half units in the last place. Arguments are taken to lie
 * between {@link #LEAST} and {@link #MOST}, where the result is a normal number: beyond, that of the bound is given. NaN
 * gives NaN.
 */
public final class Exp {
    static final double LEAST = -708;
    static final double MOST = 709;

    static final double LOG2_E = 0x1.71547652b82fep0;

    /** Added and taken away again, it rounds to a whole number, which it leaves in its lowest bits. */
    static final double ROUND = 0x1.8p52;

    /** {@code ln 2} in two parts; the upper one has so many zeros at its end that its multiples up to 2^11 are exact. */
    static final double LN2_UPPER = 0x1.62e42feep-1;

    static final double LN2_LOWER = 0x1.a39ef35793c76p-33;

    /** Coefficients of {@code (exp(r) - 1 - r) / r^2}, the highest power last; relative error of exp(r) 1.3e-17. */
    static final double C0 = 0.5;

    static final double C1 = 0.16666666666666669;
    static final double C2 = 0.04166666666662413;
    static final double C3 = 0.008333333333330062;
    static final double C4 = 0.0013888888917213717;
    static final double C5 = 1.9841269863053618e-4;
    static final double C6 = 2.4801521295954376e-5;
    static final double C7 = 2.7557268459997064e-6;
    static final double C8 = 2.7620088445409746e-7;
    static final double C9 = 2.510038549551032e-8;

    private static final int MANTISSA_BITS = 52;

    private Exp() {}

    /** {@code e} to the power of {@code x}. */
    public static double of(double x) {
        double bounded = x < LEAST ? LEAST : x > MOST ? MOST : x;
        double rounded = bounded * LOG2_E + ROUND;
        double k = rounded - ROUND;
        double r = bounded - k * LN2_UPPER - k * LN2_LOWER;
        double sum = C9;
        sum = sum * r + C8;
        sum = sum * r + C7;
        sum = sum * r + C6;
        sum = sum * r + C5;
        sum = sum * r + C4;
        sum = sum * r + C3;
        sum = sum * r + C2;
        sum = sum * r + C1;
        sum = sum * r + C0;
        double power = sum * (r * r) + r + 1;
        // Adds k to the exponent of the result.
        long bits = Double.doubleToRawLongBits(power) + (Double.doubleToRawLongBits(rounded) << MANTISSA_BITS);
        return Double.longBitsToDouble(bits);
    }
}
