package org.ganglion.network.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class DistributionTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private record Case(Distribution distribution, double mean, double deviation) {}

    private static final List<Case> CASES = List.of(
            new Case(new Constant(3), 3, 0),
            new Case(new Uniform(-1, 5), 2, Math.sqrt(3)),
            new Case(new UniformInt(2, 7), 4.5, Math.sqrt(35 / 12.0)),
            new Case(new Normal(1.5, 0.75), 1.5, 0.75),
            new Case(new Lognormal(2, 0.5), 2 * Math.exp(0.125), 2 * Math.sqrt(Math.exp(0.25) * Math.expm1(0.25))),
            new Case(new Exponential(4), 4, 4));

    /** Mean and variance by the midpoint rule over the quantiles, which is what drawing does. */
    private static double[] moments(Distribution distribution) {
        int n = 1 << 20;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = distribution.quantile((i + 0.5) / n);
            sum += x;
            squares += x * x;
        }
        double mean = sum / n;
        return new double[] {mean, squares / n - mean * mean};
    }

    @Test
    void momentsAreThoseOfTheNamedDistribution() {
        for (Case c : CASES) {
            double[] m = moments(c.distribution);
            assertEquals(c.mean, m[0], 1e-4, c.distribution.toString());
            assertEquals(c.deviation, Math.sqrt(Math.max(0, m[1])), 1e-3, c.distribution.toString());
            assertEquals(c.deviation, c.distribution.spread(), 1e-12, "spread of " + c.distribution);
        }
    }

    @Test
    void quantilesRiseAndStayBetweenSmallestAndLargest() {
        for (Case c : CASES) {
            Distribution d = c.distribution;
            double before = d.smallest();
            for (int i = 1; i < 10_000; i++) {
                double x = d.quantile(i / 10_000.0);
                assertTrue(x >= before, d + " falls at " + i);
                before = x;
            }
            assertTrue(d.largest() >= before && Double.isFinite(d.largest()), d.toString());
        }
    }

    @Test
    void clippedMovesOntoTheBounds() {
        Distribution d = new Clipped(new Normal(0, 1), -1, 2);
        assertEquals(-1, d.quantile(0.1));
        assertEquals(2, d.quantile(0.99));
        assertEquals(NormalQuantile.of(0.4), d.quantile(0.4));
        assertEquals(-1, d.smallest());
        assertEquals(2, d.largest());
    }

    @Test
    void redrawnIsTheConditionalDistribution() {
        Normal base = new Normal(2, 3);
        for (double[] bounds : new double[][] {{0, 4}, {1, INFINITE}, {-INFINITE, 2.5}, {8, 9}, {-20, 30}}) {
            Redrawn d = new Redrawn(base, bounds[0], bounds[1]);
            double low = bounds[0] == -INFINITE ? 0 : base.share(bounds[0], true);
            double high = bounds[1] == INFINITE ? 1 : base.share(bounds[1], false);
            for (int i = 1; i < 100; i++) {
                double x = d.quantile(i / 100.0);
                assertTrue(x >= bounds[0] && x <= bounds[1], d + " at " + i);
                // The share of the base below x, among what lies between the bounds, is u again.
                assertEquals(i / 100.0, (base.share(x, false) - low) / (high - low), 1e-9, d + " at " + i);
            }
        }
    }

    /** The unit of summed weights is chosen by it: that of the uncut distribution would be far too coarse. */
    @Test
    void spreadOfCutDistributionsIsThatOfTheirDraws() {
        for (Distribution d : new Distribution[] {
            new Redrawn(new Normal(0, 100), 0.1, 0.2),
            new Redrawn(new Lognormal(1, 20), 0, 10),
            new Redrawn(new Normal(2, 3), -INFINITE, INFINITE),
            new Clipped(new Normal(1, 50), 0, 2),
            new Clipped(new Uniform(0, 1), 0.25, 0.75)
        }) {
            double[] m = moments(d);
            assertEquals(Math.sqrt(m[1]), d.spread(), 1e-3 * Math.sqrt(m[1]), "spread of " + d);
        }
    }

    @Test
    void redrawnPastFiveDeviationsStaysFinite() {
        Distribution d = new Redrawn(new Normal(0, 1), 6, INFINITE);
        assertTrue(Double.isFinite(d.largest()) && d.largest() >= 6, "largest " + d.largest());
        assertTrue(d.smallest() >= 6 && d.smallest() < 6.001, "smallest " + d.smallest());
    }

    @Test
    void redrawnWholeNumbersKeepTheirShares() {
        Distribution d = new Redrawn(new UniformInt(0, 9), 2, 4);
        int[] counts = new int[10];
        for (int i = 0; i < 3000; i++) {
            counts[(int) d.quantile((i + 0.5) / 3000)]++;
        }
        assertEquals(1000, counts[2]);
        assertEquals(1000, counts[3]);
        assertEquals(1000, counts[4]);
    }
}
