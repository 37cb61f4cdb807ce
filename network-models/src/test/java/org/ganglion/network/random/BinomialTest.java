package org.ganglion.network.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ganglion.network.Statistics;
import org.junit.jupiter.api.Test;

final class BinomialTest {
    private static final int DRAWS = 200_000;

    @Test
    void drawsFollowTheProbabilityFunctionInEveryRegime() {
        // Inversion, its border at a mean of 10, rejection; few and many trials; both sides of one half.
        double[][] cases = {
            {1, 0.5},
            {7, 0.3},
            {12, 0.9},
            {1000, 0.001},
            {1000, 0.0099},
            {1000, 0.0101},
            {25, 0.41},
            {40, 0.5},
            {40, 0.73},
            {2500, 0.5},
            {1_000_000, 0.00002},
            {1_000_000, 0.0005},
            {5000, 0.97}
        };
        for (double[] c : cases) {
            long n = (long) c[0];
            double p = c[1];
            KeyedStream stream = new KeyedStream(Keys.of(5, Purpose.DEGREE, n, (long) (1e6 * p)), 0);
            double deviation = Math.sqrt(n * p * (1 - p));
            int first = (int) Math.max(0, Math.floor(n * p - 8 * deviation - 8));
            int last = (int) Math.min(n, Math.ceil(n * p + 8 * deviation + 8));
            long[] counts = new long[last - first + 1];
            for (int i = 0; i < DRAWS; i++) {
                stream.at(i);
                counts[(int) Binomial.draw(stream, n, p) - first]++;
            }
            Statistics.assertFits("n " + n + " p " + p, counts, k -> DRAWS * Statistics.binomial(first + k, n, p));
        }
    }

    @Test
    void momentsHoldForBillionsOfTrials() {
        for (double p : new double[] {1e-9, 3e-6, 0.125, 0.5, 0.75}) {
            long n = 50_000_000_000L;
            double variance = n * p * (1 - p);
            KeyedStream stream = new KeyedStream(Keys.of(6, Purpose.DEGREE, 1), 0);
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < DRAWS; i++) {
                stream.at(i);
                double d = Binomial.draw(stream, n, p) - n * p;
                sum += d;
                squares += d * d;
            }
            Statistics.assertNear("mean, p " + p, 0, sum / DRAWS, Math.sqrt(variance / DRAWS));
            double kurtosisExcess = 1 / variance;
            Statistics.assertNear(
                    "variance, p " + p, 1, squares / DRAWS / variance, Math.sqrt((2 + kurtosisExcess) / DRAWS));
        }
    }

    @Test
    void certainOutcomesAreCertain() {
        KeyedStream stream = new KeyedStream(Keys.of(7, Purpose.DEGREE, 0), 0);
        assertEquals(0, Binomial.draw(stream, 0, 0.3));
        assertEquals(0, Binomial.draw(stream, 1000, 0));
        assertEquals(1000, Binomial.draw(stream, 1000, 1));
        assertThrows(IllegalArgumentException.class, () -> Binomial.draw(stream, -1, 0.5));
        assertThrows(IllegalArgumentException.class, () -> Binomial.draw(stream, 1, Double.NaN));
    }

    @Test
    void logProbabilitiesAreExact() {
        for (long n : new long[] {1, 5, 15, 16, 17, 100, 3000}) {
            for (double p : new double[] {0.001, 0.3, 0.5, 0.99}) {
                for (long k = 0; k <= n; k += 1 + n / 20) {
                    double exact = Statistics.logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p);
                    assertEquals(exact, BinomialPmf.log(k, n, p, 1 - p), 1e-10 * (1 + Math.abs(exact)), n + " " + k);
                }
            }
        }
        // Stirling's formula at the centre of 10^18 trials: log(1 / sqrt(pi n / 2)), next term -1 / (4 n).
        assertEquals(
                -0.5 * Math.log(Math.PI * 0.5e18),
                BinomialPmf.log(500_000_000_000_000_000L, 1_000_000_000_000_000_000L, 0.5, 0.5),
                1e-12);
    }
}
