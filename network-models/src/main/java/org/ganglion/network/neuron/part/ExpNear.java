package org.ganglion.network.neuron.part;

/**
 * The exponential function of small numbers, a polynomial alone: what a value of {@link Exp} is multiplied with to move
 * it a little. Same bits in vector form ({@link ExpNearVector}).
 *
 * <p>The relative error is below 7e-11 where {@code |x|} is at most {@link #MOST}; beyond, the result means nothing.
 */
public final class ExpNear {
    /** The largest argument, by size. */
    public static final double MOST = 0.5;

    /** Coefficients of {@code (exp(x) - 1) / x}, the highest power last: interpolated at Chebyshev's points. */
    static final double C0 = 0.9999999999155186;

    static final double C1 = 0.49999999999155825;
    static final double C2 = 0.16666667747951538;
    static final double C3 = 0.041666667747145766;
    static final double C4 = 0.008333117159188563;
    static final double C5 = 0.0013888672862062655;
    static final double C6 = 0.00019979487837063834;
    static final double C7 = 2.493973330013098e-5;

    private ExpNear() {}

    /** {@code e} to the power of a small {@code x}. */
    public static double of(double x) {
        double sum = C7;
        sum = sum * x + C6;
        sum = sum * x + C5;
        sum = sum * x + C4;
        sum = sum * x + C3;
        sum = sum * x + C2;
        sum = sum * x + C1;
        sum = sum * x + C0;
        return sum * x + 1;
    }
}
