package org.ganglion.network.synapse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PowerTest {
    private static final double[] EXPONENTS = {0, 0.02, 0.4, 0.999, 1, 1.7, 2, 5.3, 8, 8.1, 40};

    private static void assertPower(double base, double exponent) {
        double expected = StrictMath.pow(base, exponent);
        assertEquals(expected, new Power(exponent).of(base), 1e-14 * expected, base + "^" + exponent);
    }

    @Test
    void powersAreThoseOfTheLibraryToFourteenDigits() {
        Random random = new Random(1);
        for (double exponent : EXPONENTS) {
            for (int i = 0; i < 300; i++) {
                assertPower(random.nextDouble(), exponent);
                assertPower(Math.scalb(1 + random.nextDouble(), random.nextInt(160) - 80), exponent);
            }
        }
    }

    @Test
    void powersOfTheBoundsAndOfTheEdgesOfPartsAreRight() {
        for (double exponent : EXPONENTS) {
            assertPower(0, exponent);
            assertPower(1, exponent);
            assertPower(Double.MIN_VALUE, exponent);
            assertPower(0x1p-64, exponent);
            assertPower(Math.nextDown(0x1p-64), exponent);
            assertPower(0x1p64, exponent);
            assertPower(Math.nextDown(0x1p64), exponent);
            for (int part = 0; part < 256; part++) {
                assertPower(1 + part / 256.0, exponent);
                assertPower(Math.nextDown(1 + part / 256.0), exponent);
            }
        }
    }
}
