package org.ganglion.network.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganglion.network.Statistics;
import org.junit.jupiter.api.Test;

final class HypergeometricTest {
    private static final int DRAWS = 100_000;

    private static double probability(long k, long marked, long others, long sample) {
        return Math.exp(Statistics.logChoose(marked, k)
                + Statistics.logChoose(others, sample - k)
                - Statistics.logChoose((double) marked + others, sample));
    }

    @Test
    void drawsFollowTheProbabilityFunctionInEveryRegime() {
        long[][] cases = {
            {1, 1, 1},
            {5, 9, 6},
            {9, 5, 13},
            {50, 50, 99},
            {1000, 1000, 3},
            {1000, 1000, 1997},
            {1000, 3000, 400},
            {20_000, 20_000, 5000},
            {30, 100_000, 2000},
            {100_000, 30, 99_000}
        };
        for (long[] c : cases) {
            KeyedStream stream = new KeyedStream(Keys.of(8, Purpose.DEGREE, c[0], c[2]), 0);
            long least = Math.max(0, c[2] - c[1]);
            long most = Math.min(c[0], c[2]);
            long[] counts = new long[(int) (most - least + 1)];
            for (int i = 0; i < DRAWS; i++) {
                stream.at(i);
                counts[(int) (Hypergeometric.draw(stream, c[0], c[1], c[2]) - least)]++;
            }
            Statistics.assertFits(
                    c[0] + " + " + c[1] + ", " + c[2] + " taken",
                    counts,
                    k -> DRAWS * probability(least + k, c[0], c[1], c[2]));
        }
    }

    @Test
    void momentsHoldForTrillionsOfPairs() {
        double marked = 1e12;
        double others = 3e12;
        double sample = 1e9;
        double p = marked / (marked + others);
        double variance = sample * p * (1 - p) * (marked + others - sample) / (marked + others - 1);
        KeyedStream stream = new KeyedStream(Keys.of(9, Purpose.DEGREE, 0), 0);
        int draws = 2000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; i++) {
            stream.at(i);
            double d = Hypergeometric.draw(stream, (long) marked, (long) others, (long) sample) - sample * p;
            sum += d;
            squares += d * d;
        }
        Statistics.assertNear("mean", 0, sum / draws, Math.sqrt(variance / draws));
        Statistics.assertNear("variance", 1, squares / draws / variance, Math.sqrt(2.0 / draws));
    }

    @Test
    void drawsStayInsideTheSupport() {
        KeyedStream stream = new KeyedStream(Keys.of(10, Purpose.DEGREE, 0), 0);
        int element = 0;
        for (int marked = 0; marked <= 6; marked++) {
            for (int others = 0; others <= 6; others++) {
                for (int sample = 0; sample <= marked + others; sample++) {
                    for (int repeat = 0; repeat < 20; repeat++) {
                        stream.at(element++);
                        long k = Hypergeometric.draw(stream, marked, others, sample);
                        assertTrue(k >= Math.max(0, sample - others) && k <= Math.min(marked, sample));
                    }
                }
            }
        }
        assertEquals(7, Hypergeometric.draw(stream, 7, 3, 10));
        assertThrows(IllegalArgumentException.class, () -> Hypergeometric.draw(stream, 7, 3, 11));
    }
}
