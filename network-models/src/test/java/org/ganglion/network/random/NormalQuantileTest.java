package org.ganglion.network.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class NormalQuantileTest {
    /** Roots of log(erfc(z / sqrt 2) / 2) = log p with 50 digits, at the double nearest to each p. */
    private static final double[][] EXACT = {
        {1e-300, -37.047096299361199}, {1e-200, -30.205594179579643}, {1e-100, -21.273453560965324},
        {1e-50, -14.933337534788489}, {1e-20, -9.2623400897984076}, {1e-15, -7.9413453261709968},
        {1e-12, -7.0344838253011319}, {1.3e-11, -6.6676114565107408}, {1.4e-11, -6.6567230915181836},
        {1e-10, -6.3613409024040562}, {1e-8, -5.6120012441747887}, {1e-6, -4.753424308822899},
        {1e-4, -3.7190164854556806}, {0.001, -3.0902323061678135}, {0.01, -2.3263478740408411},
        {0.05, -1.6448536269514727}, {0.074, -1.4466320671589785}, {0.076, -1.4325027208258116},
        {0.1, -1.2815515655446004}, {0.2, -0.84162123357291417}, {0.3, -0.52440051270804082},
        {0.4, -0.25334710313579974}, {0.45, -0.12566134685507401}, {0.49, -0.025068908258711058},
        {0.499, -0.0025066308995717662}, {0.6, 0.25334710313579974}, {0.75, 0.67448975019608174},
        {0.9, 1.2815515655446006}, {0.926, 1.4466320671589788}, {0.99, 2.3263478740408408},
        {0.9999, 3.7190164854557084},
    };

    @Test
    void equalsTheExactQuantileToRounding() {
        for (double[] row : EXACT) {
            // Above 1/2 the argument's own rounding is part of the exact value; near 1/2 that of p - 1/2 is exact.
            assertEquals(row[1], NormalQuantile.of(row[0]), Math.abs(row[1]) * 6e-16, "p = " + row[0]);
        }
        assertEquals(0, NormalQuantile.of(0.5));
    }

    @Test
    void isSymmetricAndRises() {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < 4096; i++) {
            double z = NormalQuantile.of(i / 4096.0);
            assertEquals(0 - z, NormalQuantile.of(1 - i / 4096.0), "symmetry at " + i);
            assertEquals(true, z > before, "rises at " + i);
            before = z;
        }
    }
}
