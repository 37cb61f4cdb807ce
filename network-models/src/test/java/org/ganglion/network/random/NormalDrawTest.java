package org.ganglion.network.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.ganglion.network.Statistics;
import org.junit.jupiter.api.Test;

final class NormalDrawTest {
    private static final long KEY = Keys.of(3, Purpose.NOISE_CURRENT, 0, 0);

    @Test
    void theQuantileIsThatOfConstructionToRounding() {
        for (long i = 0; i < 1L << 32; i += 4099) {
            double p = (i + 0.5) * 0x1p-32;
            double exact = NormalQuantile.of(p);
            assertEquals(exact, NormalDraw.quantile(p), 1e-14 * Math.max(1, Math.abs(exact)), "p = " + p);
        }
        assertEquals(NormalQuantile.of(0x1p-33), NormalDraw.quantile(0x1p-33), 1e-14);
        assertEquals(NormalQuantile.of(1 - 0x1p-33), NormalDraw.quantile(1 - 0x1p-33), 1e-14);
    }

    @Test
    void theLogarithmIsExactToRounding() {
        for (double x = 0x1p-33; x < 0.1; x *= 1.0007) {
            double exact = StrictMath.log(x);
            assertEquals(exact, NormalDraw.logarithm(x), Math.abs(exact) * 4e-16, "x = " + x);
        }
    }

    @Test
    void numbersAreNormalAndIndependent() {
        int blocks = 100;
        int steps = 30;
        double[] all = new double[steps * PoissonDraw.BLOCK * blocks];
        double[] out = new double[PoissonDraw.BLOCK * blocks];
        double neighbours = 0;
        double successive = 0;
        for (int step = 0; step < steps; step++) {
            NormalDraw.fill(KEY, step, 7, 1, blocks, out, 0);
            System.arraycopy(out, 0, all, step * out.length, out.length);
            for (int i = 0; i < out.length; i++) {
                neighbours += i == 0 ? 0 : out[i] * out[i - 1];
                successive += step == 0 ? 0 : out[i] * all[(step - 1) * out.length + i];
            }
        }
        double n = all.length;
        Statistics.assertDistributed("numbers", all, NormalDrawTest::cumulative);
        Statistics.assertNear("mean", 0, Arrays.stream(all).sum() / n, Math.sqrt(1 / n));
        Statistics.assertNear("variance", 1, Arrays.stream(all).map(z -> z * z).sum() / n, Math.sqrt(2 / n));
        Statistics.assertNear("neighbours", 0, neighbours / n, Math.sqrt(1 / n));
        Statistics.assertNear("successive steps", 0, successive / n, Math.sqrt(1 / n));
    }

    /** Through the incomplete gamma function: z squared over 2 has shape 1/2. */
    private static double cumulative(double z) {
        double tail = Statistics.upperGamma(0.5, z * z / 2) / 2;
        return z < 0 ? tail : 1 - tail;
    }

    @Test
    void vectorAndPlainLoopGiveTheSameBits() {
        for (int blocks = 0; blocks <= 69; blocks++) {
            int offset = blocks % 7;
            double[] plain = new double[offset + PoissonDraw.BLOCK * blocks + 5];
            Arrays.fill(plain, Double.NaN);
            double[] vector = plain.clone();
            double[] scratch = plain.clone();
            for (long step : new long[] {0, 12345, Integer.MAX_VALUE}) {
                int first = blocks % 3 == 0 ? 0 : (1 << 27) - 70;
                int stride = 1 + blocks % 4;
                NormalDraw.fill(KEY, step, first, stride, blocks, plain, offset);
                NormalDrawVector.fill(KEY, step, first, stride, blocks, vector, scratch, offset);
                assertArrayEquals(bits(plain), bits(vector), blocks + " blocks");
            }
        }
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void oneBlockHasTheSameNumbersWhoeverDrawsIt() {
        double[] together = new double[PoissonDraw.BLOCK * 10];
        NormalDrawVector.fill(KEY, 77, 1000, 3, 10, together, new double[together.length], 0);
        double[] apart = new double[together.length];
        for (int b = 9; b >= 0; b--) {
            NormalDrawVector.fill(KEY, 77, 1000 + 3 * b, 1, 1, apart, new double[apart.length], PoissonDraw.BLOCK * b);
        }
        assertArrayEquals(together, apart);
    }

    @Test
    void vectorKernelAllocatesNothingOnceWarm() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] out = new double[PoissonDraw.BLOCK * 32];
        double[] scratch = new double[out.length];
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 200 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int step = 0; step < 500; step++) {
                NormalDrawVector.fill(KEY, step, 0, 1, 32, out, scratch, 0);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(least < 1000, least + " bytes in 500 calls");
    }
}
