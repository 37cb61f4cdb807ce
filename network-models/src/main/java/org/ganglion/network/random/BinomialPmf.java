package org.ganglion.network.random;

/**
 * Logarithm of the binomial probability function, without the cancellation that differences of log-factorials suffer:
 * the error stays near 1e-13 for any number of trials.
 *
 * <p>C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000): the saddle-point expansion with the
 * remainder of Stirling's formula and the deviance. Uses only operations whose results Java fixes to the bit.
 */
final class BinomialPmf {
    private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);
    private static final double[] REMAINDER = remainders(16);

    private BinomialPmf() {}

    /** Logarithm of the probability of {@code k} successes in {@code n} trials; {@code p} and {@code q} add up to 1. */
    static double log(long k, long n, double p, double q) {
        if (k < 0 || k > n) {
            return Double.NEGATIVE_INFINITY;
        }
        if (k == 0) {
            return n == 0 ? 0 : n * (p < 0.5 ? StrictMath.log1p(-p) : StrictMath.log(q));
        }
        if (k == n) {
            return n * (q < 0.5 ? StrictMath.log1p(-q) : StrictMath.log(p));
        }
        double exponent = remainder(n)
                - remainder(k)
                - remainder(n - k)
                - deviance((double) k, n * p)
                - deviance((double) (n - k), n * q);
        double x = k;
        return exponent - 0.5 * (LOG_TWO_PI + StrictMath.log(x) + StrictMath.log1p(-x / n));
    }

    /** What Stirling's formula leaves: log n! - (n + 1/2) log n + n - log(2 pi) / 2. */
    static double remainder(long n) {
        if (n < REMAINDER.length) {
            return REMAINDER[(int) n];
        }
        double r = 1.0 / n;
        double s = r * r;
        return r * (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188)))));
    }

    private static double[] remainders(int size) {
        double[] result = new double[size];
        double factorial = 1;
        for (int n = 1; n < size; n++) {
            factorial *= n;
            result[n] = StrictMath.log(factorial) - (n + 0.5) * StrictMath.log(n) + n - 0.5 * LOG_TWO_PI;
        }
        return result;
    }

    /** x log(x / mean) + mean - x, by a series where the two are close. */
    private static double deviance(double x, double mean) {
        double difference = x - mean;
        if (Math.abs(difference) >= 0.1 * (x + mean)) {
            return x * StrictMath.log(x / mean) - difference;
        }
        double v = difference / (x + mean);
        double sum = difference * v;
        double term = 2 * x * v;
        for (int odd = 3; odd < 1000; odd += 2) {
            term *= v * v;
            double next = sum + term / odd;
            if (next == sum) {
                break;
            }
            sum = next;
        }
        return sum;
    }
}
