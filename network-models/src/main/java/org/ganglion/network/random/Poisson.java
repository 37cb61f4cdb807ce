package org.ganglion.network.random;

/**
 * Exact draws from the Poisson distribution, the same on every machine, for what is drawn once. See {@link PoissonDraw}
 * for draws in steps.
 *
 * <p>Up to a mean of 10 by adding up probabilities; above by transformed rejection: W. Hormann, "The transformed rejection
 * method for generating Poisson random variables", Insurance: Mathematics and Economics 12 (1993), doi
 * 10.1016/0167-6687(93)90997-4, algorithm PTRS.
 */
public final class Poisson {
    /** The largest mean of {@link #quantile}, for which the probability of 0 is still a normal number. */
    public static final double LARGEST_MEAN = 500;

    private static final double SMALL_MEAN = 10;

    private Poisson() {}

    /**
     * One draw.
     *
     * @param mean at least 0
     */
    public static long draw(KeyedStream stream, double mean) {
        if (!(mean >= 0 && mean < 1e15)) {
            throw new IllegalArgumentException("no Poisson distribution with mean " + mean);
        }
        return mean < SMALL_MEAN ? quantile(stream.next(), mean) : rejection(stream, mean);
    }

    /**
     * The number of which a share {@code u} of draws are at most.
     *
     * @param u between 0 and 1
     * @param mean from 0 to {@link #LARGEST_MEAN}
     */
    public static int quantile(double u, double mean) {
        double probability = StrictMath.exp(-mean);
        double left = u;
        int k = 0;
        // Stops too where only rounding is left over.
        while (left > probability && probability > 0) {
            left -= probability;
            k++;
            probability *= mean / k;
            if (k > mean && probability < 0x1p-60) {
                break;
            }
        }
        return k;
    }

    private static long rejection(KeyedStream stream, double mean) {
        double logMean = StrictMath.log(mean);
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double sureBelow = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = stream.next() - 0.5;
            double v = stream.next();
            double us = 0.5 - Math.abs(u);
            double x = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= sureBelow) {
                return (long) x;
            }
            if (x < 0 || (us < 0.013 && v > us)) {
                continue;
            }
            double accepted = StrictMath.log(v * inverseAlpha / (a / (us * us) + b));
            if (accepted <= logProbability(x, mean, logMean)) {
                return (long) x;
            }
        }
    }

    private static double logProbability(double k, double mean, double logMean) {
        if (k == 0) {
            return -mean;
        }
        double logFactorial =
                BinomialPmf.remainder((long) k) + (k + 0.5) * StrictMath.log(k) - k + 0.5 * StrictMath.log(2 * Math.PI);
        return k * logMean - mean - logFactorial;
    }
}
