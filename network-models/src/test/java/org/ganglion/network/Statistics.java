package org.ganglion.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** Goodness-of-fit tests for random numbers at fixed seeds. */
public final class Statistics {
    private Statistics() {}

    /** Asserts that counts fit expected counts; cells expected below 10 are pooled with their neighbours. */
    public static void assertFits(String what, long[] observed, IntToDoubleFunction expected) {
        double p = chiSquareP(observed, expected);
        assertTrue(p > 1e-4 && p < 1 - 1e-4, what + ": chi-square test gives p = " + p);
    }

    /** Asserts that all counts are the same but for chance. */
    public static void assertUniform(String what, long[] observed) {
        double total = 0;
        for (long o : observed) {
            total += o;
        }
        double mean = total / observed.length;
        assertFits(what, observed, _ -> mean);
    }

    /** Asserts that a sum of independent numbers lies within 4.5 of its standard deviations of what is expected. */
    public static void assertNear(String what, double expected, double observed, double deviation) {
        double z = (observed - expected) / deviation;
        assertTrue(Math.abs(z) < 4.5, what + ": " + observed + " is " + z + " standard deviations from " + expected);
    }

    /**
     * Asserts that independent numbers come from a continuous distribution: the test of Kolmogorov and Smirnov, its
     * significance by Stephens (1970), doi 10.1111/j.2517-6161.1970.tb00821.x.
     */
    public static void assertDistributed(String what, double[] sample, DoubleUnaryOperator cumulative) {
        double p = kolmogorovP(sample, cumulative);
        assertTrue(p > 1e-4 && p < 1 - 1e-4, what + ": Kolmogorov-Smirnov test gives p = " + p);
    }

    static double kolmogorovP(double[] sample, DoubleUnaryOperator cumulative) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            double c = cumulative.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(c - i / n, (i + 1) / n - c));
        }
        double lambda = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
        double p = 0;
        for (int k = 1; k <= 100; k++) {
            p += (k % 2 == 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
        }
        return lambda < 0.2 ? 1 : p;
    }

    static double chiSquareP(long[] observed, IntToDoubleFunction expected) {
        double statistic = 0;
        int cells = 0;
        double seen = 0;
        double hoped = 0;
        double missing = 0;
        for (int i = 0; i < observed.length; i++) {
            missing += expected.applyAsDouble(i);
        }
        for (int i = 0; i < observed.length; i++) {
            seen += observed[i];
            double e = expected.applyAsDouble(i);
            hoped += e;
            missing -= e;
            if (hoped >= 10 && (missing >= 10 || i == observed.length - 1)) {
                statistic += (seen - hoped) * (seen - hoped) / hoped;
                cells++;
                seen = 0;
                hoped = 0;
            }
        }
        if (hoped > 0) {
            statistic += (seen - hoped) * (seen - hoped) / hoped;
            cells++;
        } else if (seen > 0) {
            return 0;
        }
        return upperGamma((cells - 1) / 2.0, statistic / 2);
    }

    /** The regularised upper incomplete gamma function, by its series or its continued fraction. */
    public static double upperGamma(double a, double x) {
        if (x <= 0) {
            return 1;
        }
        double front = Math.exp(a * Math.log(x) - x - logGamma(a));
        if (x < a + 1) {
            double term = 1 / a;
            double sum = term;
            for (int n = 1; term > sum * 1e-16; n++) {
                term *= x / (a + n);
                sum += term;
            }
            return 1 - front * sum;
        }
        double b = x + 1 - a;
        double c = 1e300;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i < 100_000; i++) {
            double an = -i * (i - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return front * h;
    }

    /** Logarithm of the gamma function: recursion up to 30, then Stirling's series. */
    public static double logGamma(double x) {
        double shift = 0;
        double y = x;
        while (y < 30) {
            shift -= Math.log(y);
            y++;
        }
        double r = 1 / (y * y);
        double series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r / 1680))) / y;
        return shift + (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series;
    }

    public static double logChoose(double n, double k) {
        return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
    }

    public static double binomial(double k, double n, double p) {
        return Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
    }
}
