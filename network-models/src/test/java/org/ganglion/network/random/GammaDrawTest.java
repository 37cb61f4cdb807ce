package org.ganglion.network.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganglion.network.Statistics;
import org.junit.jupiter.api.Test;

final class GammaDrawTest {
    private static final long KEY = Keys.of(5, Purpose.INTERVAL, 0);

    @Test
    void drawsFollowTheGammaDistribution() {
        for (double shape : new double[] {1, 1.5, 3, 10, 100}) {
            double[] draws = new double[20_000];
            KeyedStream stream = new KeyedStream(KEY, (int) shape);
            double successive = 0;
            for (int i = 0; i < draws.length; i++) {
                draws[i] = GammaDraw.next(stream, shape);
                successive += i == 0 ? 0 : (draws[i] - shape) * (draws[i - 1] - shape);
            }
            Statistics.assertDistributed("shape " + shape, draws, x -> 1 - Statistics.upperGamma(shape, x));
            double n = draws.length;
            Statistics.assertNear("successive, shape " + shape, 0, successive / n / shape, Math.sqrt(1 / n));
            assertTrue(stream.position() < 2.11 * n, "95 of 100 pairs are accepted at least: " + stream.position());
        }
    }

    @Test
    void aStreamGoesOnWhereItWas() {
        KeyedStream stream = new KeyedStream(KEY, 9);
        for (int i = 0; i < 10; i++) {
            GammaDraw.next(stream, 2);
        }
        KeyedStream later = new KeyedStream(KEY, 0);
        later.at(9, stream.position());
        assertEquals(GammaDraw.next(stream, 2), GammaDraw.next(later, 2));
    }

    @Test
    void shapesBelowOneAreRefused() {
        KeyedStream stream = new KeyedStream(KEY, 0);
        assertThrows(IllegalArgumentException.class, () -> GammaDraw.next(stream, 0.5));
        assertThrows(IllegalArgumentException.class, () -> GammaDraw.next(stream, Double.NaN));
    }
}
