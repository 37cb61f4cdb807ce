package org.ganglion.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** Goodness of fit of what a simulation has drawn, at fixed seeds. */
public final class Fit {
    private Fit() {}

    /**
     * Asserts that counts fit expected ones by chi-square, its significance by Wilson and Hilferty (1931),
     * doi:10.1073/pnas.17.12.684. Cells expected below 10 are pooled with their neighbours.
     *
     * @param known how many numbers of the expectation were taken from the counts
     */
    public static void assertCounts(String what, long[] observed, IntToDoubleFunction expected, int known) {
        double statistic = 0;
        int cells = 0;
        double seen = 0;
        double hoped = 0;
        for (int i = 0; i < observed.length; i++) {
            seen += observed[i];
            hoped += expected.applyAsDouble(i);
            if (hoped >= 10) {
                statistic += (seen - hoped) * (seen - hoped) / hoped;
                cells++;
                seen = 0;
                hoped = 0;
            }
        }
        assertTrue(seen <= hoped + 20, what + ": " + seen + " where " + hoped + " are expected at the end");
        double k = cells - known;
        double z = (Math.cbrt(statistic / k) - (1 - 2 / (9 * k))) / Math.sqrt(2 / (9 * k));
        assertTrue(Math.abs(z) < 4, what + ": chi-square " + statistic + " in " + cells + " cells is " + z + " off");
    }

    /** Asserts that numbers come from a continuous distribution, by Kolmogorov and Smirnov at a level of 1e-4. */
    public static void assertDistributed(String what, double[] sample, DoubleUnaryOperator cumulative) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double c = cumulative.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(c - i / n, (i + 1) / n - c));
        }
        double lambda = (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n)) * distance;
        assertTrue(n > 500 && lambda < 2.225, what + ": distance " + distance + " of " + sorted.length + " numbers");
        assertTrue(lambda > 0.3, what + ": fits too well, distance " + distance);
    }

    /** Asserts that a number lies within 4.5 of its standard deviations of what is expected. */
    public static void assertNear(String what, double expected, double observed, double deviation) {
        double z = (observed - expected) / deviation;
        assertTrue(Math.abs(z) < 4.5, what + ": " + observed + " is " + z + " standard deviations from " + expected);
    }

    public static double poisson(int k, double mean) {
        double p = Math.exp(-mean);
        for (int i = 1; i <= k; i++) {
            p *= mean / i;
        }
        return p;
    }

    /** The standard normal distribution, by the expansion of Abramowitz and Stegun 26.2.11. */
    public static double normal(double z) {
        if (Math.abs(z) > 8) {
            return z < 0 ? 0 : 1;
        }
        double sum = 0;
        double term = z;
        for (int odd = 3; Math.abs(term) > 1e-17; odd += 2) {
            sum += term;
            term *= z * z / odd;
        }
        return 0.5 + sum * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /** The gamma distribution of whole shape and scale 1. */
    public static double erlang(int shape, double x) {
        double tail = 0;
        double term = Math.exp(-x);
        for (int k = 0; k < shape; k++) {
            tail += term;
            term *= x / (k + 1);
        }
        return 1 - tail;
    }
}
