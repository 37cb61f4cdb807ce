package org.ganglion.network.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.ganglion.network.Statistics;
import org.junit.jupiter.api.Test;

final class CountDrawTest {
    private static final long KEY = Keys.of(3, Purpose.STIMULUS_COUNT, 0, 0);
    private static final long[] ROOM = new long[PoissonDrawVector.ROOM];
    private static final long TIE_KEY = Keys.of(3, Purpose.TIE_BREAK, 0, 0);

    private static double poisson(double k, double mean) {
        return Math.exp(k * Math.log(mean) - mean - Statistics.logGamma(k + 1));
    }

    private static CountTable poissonTable(double mean) {
        CountTable table = new CountTable();
        table.poisson(mean);
        return table;
    }

    private static CountTable binomialTable(int trials, double p) {
        CountTable table = new CountTable();
        table.binomial(trials, p);
        return table;
    }

    @Test
    void tablesHoldThePoissonProbabilities() {
        for (double mean : new double[] {1e-6, 0.01, 0.5, 2.4, 8, 32}) {
            CountTable table = poissonTable(mean);
            assertEquals(1, table.draws());
            double sum = 0;
            for (int k = 0; k < 150; k++) {
                sum += poisson(k, mean);
                // Rounding to 2^-48, and 1e-16 in each of the terms on both sides.
                assertEquals(sum, table.upTo(k), 0x1p-48 + 1e-16 * (k + 30), "mean " + mean + ", up to " + k);
            }
        }
        assertEquals(0, poissonTable(0).draws());
        assertEquals(4, poissonTable(100).draws());
        assertThrows(IllegalArgumentException.class, () -> poissonTable(-1));
        assertThrows(IllegalArgumentException.class, () -> poissonTable(Double.NaN));
    }

    @Test
    void tablesHoldTheBinomialProbabilities() {
        for (int trials : new int[] {1, 2, 7, 100, 1000}) {
            for (double p : new double[] {1e-5, 0.1, 0.5, 0.6, 0.999}) {
                CountTable table = binomialTable(trials, p);
                double sum = 0;
                for (int k = 0; k <= trials; k++) {
                    sum += Statistics.binomial(k, trials, p);
                    assertEquals(sum, table.upTo(k), 2e-11, trials + " trials, p " + p + ", up to " + k);
                }
            }
        }
        assertEquals(5, binomialTable(5, 1).count(12345));
        assertEquals(0, binomialTable(5, 0).count((1L << 48) - 1));
        assertThrows(IllegalArgumentException.class, () -> binomialTable(1001, 0.5));
        assertThrows(IllegalArgumentException.class, () -> binomialTable(1, 1.5));
    }

    /** What a draw from 16 bits and a second look gives is what the table says of the 48 bits together. */
    @Test
    void theSecondLookCompletesTheFirst() {
        CountTable table = poissonTable(2.4);
        int ties = 0;
        for (int bits = 0; bits < 1 << 16; bits++) {
            long all = (long) bits << 32 | Squares.bits(TIE_KEY, bits) >>> 32;
            assertEquals(table.count(all), table.count(bits, TIE_KEY, bits), "bits " + bits);
            ties += table.ties(bits) ? 1 : 0;
        }
        assertTrue(ties > 8 && ties < 20, ties + " of 65536 tie");
    }

    @Test
    void countsFollowTheirDistribution() {
        int blocks = 100;
        int steps = 200;
        for (double mean : new double[] {0.01, 0.5, 2.4, 20, 70}) {
            CountTable table = poissonTable(mean);
            long[] counts = new long[200];
            double neighbours = 0;
            double successive = 0;
            float[] before = new float[PoissonDraw.BLOCK * blocks];
            for (int step = 0; step < steps; step++) {
                float[] out = draw(table, step, blocks);
                for (int i = 0; i < out.length; i++) {
                    counts[(int) out[i]]++;
                    neighbours += i == 0 ? 0 : (out[i] - mean) * (out[i - 1] - mean);
                    successive += step == 0 ? 0 : (out[i] - mean) * (before[i] - mean);
                }
                before = out;
            }
            double n = (double) PoissonDraw.BLOCK * blocks * steps;
            Statistics.assertFits("mean " + mean, counts, k -> n * poisson(k, mean));
            Statistics.assertNear("neighbours at mean " + mean, 0, neighbours / n / mean, Math.sqrt(1 / n));
            Statistics.assertNear("successive at mean " + mean, 0, successive / n / mean, Math.sqrt(1 / n));
        }
        CountTable copies = binomialTable(6, 0.7);
        long[] counts = new long[7];
        for (int step = 0; step < steps; step++) {
            for (float count : draw(copies, step, blocks)) {
                counts[(int) count]++;
            }
        }
        double n = (double) PoissonDraw.BLOCK * blocks * steps;
        Statistics.assertFits("copies", counts, k -> n * Statistics.binomial(k, 6, 0.7));
    }

    private static float[] draw(CountTable table, int step, int blocks) {
        float[] out = new float[PoissonDraw.BLOCK * blocks];
        for (int d = 0; d < table.draws(); d++) {
            long key = Keys.of(3, Purpose.STIMULUS_COUNT, 0, d);
            CountDrawVector.add(key, Keys.of(3, Purpose.TIE_BREAK, 0, d), table, step, 0, 1, blocks, 1, out, 0, ROOM);
        }
        return out;
    }

    @Test
    void vectorAndPlainLoopGiveTheSameBits() {
        float[] weights = {1.1f, -0.3f, 0f, 1e30f, Float.MIN_VALUE};
        int ties = 0;
        CountTable table = new CountTable();
        for (int blocks = 0; blocks <= 69; blocks++) {
            if (blocks % 6 == 5) {
                table.binomial(blocks, blocks / 69.0);
            } else {
                table.poisson(new double[] {0.01, 0.5, 1.28, 8, 32}[blocks % 6]);
            }
            float weight = weights[blocks % weights.length];
            int offset = blocks % 7;
            float[] plain = start(offset + PoissonDraw.BLOCK * blocks + 5);
            float[] vector = plain.clone();
            for (long step : new long[] {0, 1, 12345, Integer.MAX_VALUE}) {
                int first = blocks % 3 == 0 ? 0 : (1 << 27) - 70;
                int stride = 1 + blocks % 4;
                CountDraw.add(KEY, TIE_KEY, table, step, first, stride, blocks, weight, plain, offset);
                CountDrawVector.add(KEY, TIE_KEY, table, step, first, stride, blocks, weight, vector, offset, ROOM);
                ties += countTies(table, step, first, blocks);
            }
            assertArrayEquals(bits(plain), bits(vector), blocks + " blocks");
        }
        assertTrue(ties > 30, "the rare path was taken only " + ties + " times");
    }

    @Test
    void oneBlockHasTheSameCountsWhoeverDrawsIt() {
        CountTable table = poissonTable(1.5);
        float[] together = new float[PoissonDraw.BLOCK * 10];
        CountDrawVector.add(KEY, TIE_KEY, table, 77, 1000, 3, 10, 1, together, 0, ROOM);
        float[] apart = new float[together.length];
        for (int b = 9; b >= 0; b--) {
            CountDrawVector.add(KEY, TIE_KEY, table, 77, 1000 + 3 * b, 1, 1, 1, apart, PoissonDraw.BLOCK * b, ROOM);
        }
        assertArrayEquals(together, apart);
    }

    @Test
    void drawingAllocatesNothingOnceWarmThoughTheRateChanges() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        CountTable table = poissonTable(1.28);
        float[] out = new float[PoissonDraw.BLOCK * 32];
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 200 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int step = 0; step < 500; step++) {
                table.poisson(1 + 0.001 * step);
                CountDrawVector.add(KEY, TIE_KEY, table, step, 0, 1, 32, 1, out, 0, ROOM);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(least < 1000, least + " bytes in 500 calls");
    }

    private static float[] start(int size) {
        float[] out = new float[size];
        for (int i = 0; i < size; i++) {
            out[i] = switch (i % 11) {
                case 3 -> Float.NaN;
                case 5 -> Float.NEGATIVE_INFINITY;
                case 7 -> -0f;
                default -> 0.1f * i;
            };
        }
        return out;
    }

    private static int[] bits(float[] values) {
        int[] result = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Float.floatToIntBits(values[i]);
        }
        return result;
    }

    private static int countTies(CountTable table, long step, int first, int blocks) {
        int ties = 0;
        for (long row = 0; row < 8L * blocks; row++) {
            long bits = Squares.bits(KEY, (step << 32) | (first * 8L + row));
            for (int piece = 0; piece < 4; piece++) {
                ties += table.ties((int) (bits >>> (16 * piece)) & 0xFFFF) ? 1 : 0;
            }
        }
        return ties;
    }
}
