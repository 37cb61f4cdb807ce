package org.ganglion.network.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.ganglion.network.Statistics;
import org.junit.jupiter.api.Test;

final class PoissonDrawTest {
    private static final long KEY = Keys.of(3, Purpose.POISSON_INPUT, 0, 0);
    private static final long TIE_KEY = Keys.of(3, Purpose.TIE_BREAK, 0, 0);
    private static final long[] ROOM = new long[PoissonDrawVector.ROOM];

    private static double poisson(double k, double mean) {
        return Math.exp(k * Math.log(mean) - mean - Statistics.logGamma(k + 1));
    }

    @Test
    void tablesHoldThePoissonProbabilities() {
        for (double mean : new double[] {1e-6, 0.01, 0.5, 1, 1.28, 2.4, 5.5, 8}) {
            PoissonTable table = PoissonTable.of(mean);
            assertEquals(1, table.draws());
            for (int k = 0; k < PoissonTable.COLUMNS - 1; k++) {
                // Columns are exact to 2^-43 / 2 and 32 of them may feed one count; each weighs 1/32.
                assertEquals(poisson(k, mean), table.probability(k), 0x1p-43, "mean " + mean + ", count " + k);
            }
        }
        assertEquals(1, PoissonTable.of(0).probability(0));
        assertEquals(0, PoissonTable.of(0).draws());
        assertEquals(4, PoissonTable.of(25).draws());
        assertThrows(IllegalArgumentException.class, () -> PoissonTable.of(-1));
        assertThrows(IllegalArgumentException.class, () -> PoissonTable.of(Double.NaN));
    }

    @Test
    void allPatternsOfBitsTogetherMakeThePoissonDistribution() {
        PoissonTable table = PoissonTable.of(2.4);
        double[] shares = new double[PoissonTable.COLUMNS];
        int ties = 0;
        int looks = 10_000;
        for (int bits = 0; bits < 1 << 16; bits++) {
            int repeats = table.ties(bits) ? looks : 1;
            ties += repeats > 1 ? 1 : 0;
            for (int i = 0; i < repeats; i++) {
                shares[table.count(bits, TIE_KEY, (long) i << 32 | bits)] += 0x1p-16 / repeats;
            }
        }
        assertEquals(PoissonTable.COLUMNS, ties, "one fraction of each column ties");
        // A tie of one column deviates by at most 2^-16 / 2 / sqrt(looks), 32 of them by sqrt(32) times that.
        double tolerance = 4 * Math.sqrt(32) * 0x1p-17 / Math.sqrt(looks);
        for (int k = 0; k < PoissonTable.COLUMNS; k++) {
            assertEquals(poisson(k, 2.4), shares[k], tolerance, "count " + k);
        }
    }

    @Test
    void countsFollowThePoissonDistribution() {
        int blocks = 100;
        int steps = 400;
        for (double mean : new double[] {0.01, 0.5, 1.28, 2.4, 8, 20}) {
            PoissonTable table = PoissonTable.of(mean);
            long[] counts = new long[100];
            double[] totals = new double[PoissonDraw.BLOCK * blocks];
            double neighbours = 0;
            double successive = 0;
            float[] before = new float[totals.length];
            for (int step = 0; step < steps; step++) {
                float[] out = draw(table, step, blocks);
                for (int i = 0; i < out.length; i++) {
                    counts[(int) out[i]]++;
                    totals[i] += out[i];
                    neighbours += i == 0 ? 0 : (out[i] - mean) * (out[i - 1] - mean);
                    successive += step == 0 ? 0 : (out[i] - mean) * (before[i] - mean);
                }
                before = out;
            }
            double n = (double) totals.length * steps;
            String what = "mean " + mean;
            Statistics.assertFits(what, counts, k -> n * poisson(k, mean));
            Statistics.assertNear(what + ", neighbours", 0, neighbours / n / mean, Math.sqrt(1 / n));
            Statistics.assertNear(what + ", successive steps", 0, successive / n / mean, Math.sqrt(1 / n));
            // Totals of neurons are Poisson with mean steps * mean: their variance over their mean is 1.
            double squares = 0;
            for (double total : totals) {
                squares += (total - steps * mean) * (total - steps * mean);
            }
            double dispersion = squares / totals.length / (steps * mean);
            double deviation = Math.sqrt((2 + 1 / (steps * mean)) / totals.length);
            Statistics.assertNear(what + ", dispersion of totals", 1, dispersion, deviation);
        }
    }

    @Test
    void countsUnderDifferentKeysAreIndependent() {
        PoissonTable table = PoissonTable.of(1.28);
        double sum = 0;
        int n = 0;
        for (int step = 0; step < 200; step++) {
            float[] a = new float[3200];
            float[] b = new float[3200];
            PoissonDraw.add(KEY, TIE_KEY, table, step, 0, 1, 100, 1, a, 0);
            PoissonDraw.add(Keys.of(3, Purpose.POISSON_INPUT, 0, 1), TIE_KEY, table, step, 0, 1, 100, 1, b, 0);
            for (int i = 0; i < a.length; i++) {
                sum += (a[i] - 1.28) * (b[i] - 1.28);
                n++;
            }
        }
        Statistics.assertNear("correlation", 0, sum / n / 1.28, Math.sqrt(1.0 / n));
    }

    @Test
    void vectorAndPlainLoopGiveTheSameBits() {
        float[] weights = {1.1f, -0.3f, 0f, 1e30f, Float.MIN_VALUE};
        int ties = 0;
        for (int blocks = 0; blocks <= 69; blocks++) {
            PoissonTable table = PoissonTable.of(new double[] {0.01, 0.5, 1.28, 2.4, 8}[blocks % 5]);
            float weight = weights[blocks % weights.length];
            int offset = blocks % 7;
            float[] plain = start(offset + PoissonDraw.BLOCK * blocks + 5);
            float[] vector = plain.clone();
            for (long step : new long[] {0, 1, 12345, Integer.MAX_VALUE}) {
                int first = blocks % 3 == 0 ? 0 : (1 << 27) - 70;
                int stride = 1 + blocks % 4;
                PoissonDraw.add(KEY, TIE_KEY, table, step, first, stride, blocks, weight, plain, offset);
                PoissonDrawVector.add(KEY, TIE_KEY, table, step, first, stride, blocks, weight, vector, offset, ROOM);
                ties += countTies(table, step, first, blocks);
            }
            assertArrayEquals(bits(plain), bits(vector), blocks + " blocks");
        }
        assertTrue(ties > 50, "the rare path was taken only " + ties + " times");
    }

    @Test
    void oneBlockHasTheSameCountsWhoeverDrawsIt() {
        PoissonTable table = PoissonTable.of(1.5);
        float[] together = new float[PoissonDraw.BLOCK * 10];
        PoissonDrawVector.add(KEY, TIE_KEY, table, 77, 1000, 3, 10, 1, together, 0, ROOM);
        float[] apart = new float[together.length];
        for (int b = 9; b >= 0; b--) {
            PoissonDrawVector.add(KEY, TIE_KEY, table, 77, 1000 + 3 * b, 1, 1, 1, apart, PoissonDraw.BLOCK * b, ROOM);
        }
        assertArrayEquals(together, apart);
    }

    @Test
    void vectorKernelAllocatesNothingOnceWarm() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        PoissonTable table = PoissonTable.of(1.28);
        float[] out = new float[PoissonDraw.BLOCK * 32];
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 200 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int step = 0; step < 500; step++) {
                PoissonDrawVector.add(KEY, TIE_KEY, table, step, 0, 1, 32, 1, out, 0, ROOM);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // Reading the counter may itself allocate a little; boxed vectors would be megabytes.
        assertTrue(least < 1000, least + " bytes in 500 calls");
    }

    private static float[] draw(PoissonTable table, int step, int blocks) {
        float[] out = new float[PoissonDraw.BLOCK * blocks];
        for (int d = 0; d < table.draws(); d++) {
            long key = Keys.of(3, Purpose.POISSON_INPUT, 0, d);
            PoissonDrawVector.add(key, Keys.of(3, Purpose.TIE_BREAK, 0, d), table, step, 0, 1, blocks, 1, out, 0, ROOM);
        }
        return out;
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

    private static int countTies(PoissonTable table, long step, int first, int blocks) {
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
