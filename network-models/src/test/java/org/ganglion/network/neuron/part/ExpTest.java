package org.ganglion.network.neuron.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import jdk.incubator.vector.DoubleVector;
import org.junit.jupiter.api.Test;

/** The exponential function of steps, against sums of its series and against its vector form. */
class ExpTest {
    private static final MathContext DIGITS = new MathContext(40);
    private static final double[] EDGES = {
        0,
        -0.0,
        Double.MIN_VALUE,
        -1e-300,
        0.5 * StrictMath.log(2),
        Math.nextUp(0.5 * StrictMath.log(2)),
        -0.5 * StrictMath.log(2),
        1,
        Exp.LEAST,
        Math.nextDown(Exp.LEAST),
        Exp.MOST,
        Math.nextUp(Exp.MOST),
        -1e308,
        1e308,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN
    };

    @Test
    void theErrorIsBelowOneAndAHalfUnitsInTheLastPlace() {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            double size = Math.pow(10, -12 * random.nextDouble()) * 708;
            double x = random.nextBoolean() ? size : -size;
            double result = Exp.of(x);
            BigDecimal error = new BigDecimal(result).subtract(exp(x)).abs();
            assertTrue(error.doubleValue() < 1.5 * Math.ulp(result), "exp(" + x + ") = " + result);
        }
    }

    @Test
    void theBoundsAreKeptAndNaNStaysNaN() {
        assertEquals(Exp.of(Exp.MOST), Exp.of(Double.POSITIVE_INFINITY));
        assertEquals(Exp.of(Exp.LEAST), Exp.of(Double.NEGATIVE_INFINITY));
        assertEquals(StrictMath.exp(709), Exp.of(1e5), Math.ulp(StrictMath.exp(709)));
        assertEquals(StrictMath.exp(-708), Exp.of(-1e5), Math.ulp(StrictMath.exp(-708)));
        assertEquals(1, Exp.of(0));
        assertTrue(Double.isNaN(Exp.of(Double.NaN)));
    }

    @Test
    void nearZeroAPolynomialAloneIsEnough() {
        Random random = new Random(3);
        int lanes = DoubleVector.SPECIES_PREFERRED.length();
        double[] x = new double[lanes];
        double[] result = new double[lanes];
        for (int i = 0; i < 2000; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                x[lane] = (2 * random.nextDouble() - 1) * (i % 2 == 0 ? ExpNear.MOST : 1e-6);
            }
            x[0] = i == 0 ? ExpNear.MOST : -x[0];
            ExpNearVector.of(DoubleVector.fromArray(DoubleVector.SPECIES_PREFERRED, x, 0))
                    .intoArray(result, 0);
            for (int lane = 0; lane < lanes; lane++) {
                double exact = StrictMath.exp(x[lane]);
                assertEquals(exact, ExpNear.of(x[lane]), 7e-11 * exact, "exp(" + x[lane] + ")");
                assertEquals(Double.doubleToLongBits(ExpNear.of(x[lane])), Double.doubleToLongBits(result[lane]));
            }
        }
        assertEquals(1, ExpNear.of(0));
        assertTrue(Double.isNaN(ExpNear.of(Double.NaN)));
    }

    @Test
    void theVectorFormHasTheSameBits() {
        Random random = new Random(2);
        int lanes = DoubleVector.SPECIES_PREFERRED.length();
        double[] x = new double[lanes];
        double[] result = new double[lanes];
        for (int i = 0; i < 5000; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                boolean edge = random.nextInt(4) == 0;
                x[lane] = edge ? EDGES[random.nextInt(EDGES.length)] : 1500 * (random.nextDouble() - 0.5);
            }
            ExpVector.of(DoubleVector.fromArray(DoubleVector.SPECIES_PREFERRED, x, 0))
                    .intoArray(result, 0);
            for (int lane = 0; lane < lanes; lane++) {
                assertEquals(
                        Double.doubleToLongBits(Exp.of(x[lane])),
                        Double.doubleToLongBits(result[lane]),
                        "exp(" + x[lane] + ")");
            }
        }
    }

    /** exp(x) to 30 digits: the series of exp(x / 2^20), squared 20 times. */
    private static BigDecimal exp(double x) {
        BigDecimal part = new BigDecimal(x).divide(BigDecimal.valueOf(1 << 20), new MathContext(60));
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 14; k++) {
            term = term.multiply(part, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 20; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }
}
