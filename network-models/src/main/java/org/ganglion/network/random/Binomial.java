package org.ganglion.network.random;

/**
 * Exact draws from the binomial distribution, the same on every machine.
 *
 * <p>Where the mean of the rarer outcome is below 10, by adding up probabilities; otherwise by transformed rejection:
 * W. Hormann, "The generation of binomial random variates", Journal of Statistical Computation and Simulation 46 (1993),
 * doi 10.1080/00949659308811496, algorithm BTRS.
 */
public final class Binomial {
    private static final double SMALL_MEAN = 10;

    private Binomial() {}

    /**
     * Number of successes in {@code n} trials.
     *
     * @param n at least 0
     * @param p from 0 to 1
     */
    public static long draw(KeyedStream stream, long n, double p) {
        if (n < 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("no binomial distribution with n " + n + " and p " + p);
        }
        if (p > 0.5) {
            return n - rare(stream, n, 1 - p);
        }
        return rare(stream, n, p);
    }

    private static long rare(KeyedStream stream, long n, double p) {
        if (n == 0 || p == 0) {
            return 0;
        }
        return n * p < SMALL_MEAN ? inversion(stream, n, p) : rejection(stream, n, p);
    }

    private static long inversion(KeyedStream stream, long n, double p) {
        double odds = p / (1 - p);
        double none = StrictMath.exp(n * StrictMath.log1p(-p));
        while (true) {
            double u = stream.next();
            double probability = none;
            for (long k = 0; k <= n && probability > 0; k++) {
                if (u <= probability) {
                    return k;
                }
                u -= probability;
                probability *= odds * (n - k) / (k + 1);
            }
            // The probabilities add up to 1 but for rounding: the number fell into what rounding left over.
        }
    }

    private static long rejection(KeyedStream stream, long n, double p) {
        double q = 1 - p;
        double deviation = Math.sqrt(n * p * q);
        double b = 1.15 + 2.53 * deviation;
        double a = -0.0873 + 0.0248 * b + 0.01 * p;
        double c = n * p + 0.5;
        double alpha = (2.83 + 5.1 / b) * deviation;
        double sureBelow = 0.92 - 4.2 / b;
        double atMode = Double.NaN;
        while (true) {
            double u = stream.next() - 0.5;
            double v = stream.next();
            double us = 0.5 - Math.abs(u);
            double x = Math.floor((2 * a / us + b) * u + c);
            if (us >= 0.07 && v <= sureBelow) {
                return (long) x;
            }
            if (x < 0 || x > n) {
                continue;
            }
            long k = (long) x;
            if (Double.isNaN(atMode)) {
                atMode = BinomialPmf.log((long) Math.floor((n + 1.0) * p), n, p, q);
            }
            if (StrictMath.log(v * alpha / (a / (us * us) + b)) <= BinomialPmf.log(k, n, p, q) - atMode) {
                return k;
            }
        }
    }
}
