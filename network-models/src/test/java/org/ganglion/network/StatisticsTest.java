package org.ganglion.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class StatisticsTest {
    @Test
    void gammaFunctionsHaveTabledValues() {
        // Chi-square of 3.841459 with one degree of freedom, 18.307038 with ten: 5 %. 4.865182 with ten: 90 %.
        assertEquals(0.05, Statistics.upperGamma(0.5, 3.841458821 / 2), 1e-9);
        assertEquals(0.05, Statistics.upperGamma(5, 18.307038053 / 2), 1e-9);
        assertEquals(0.90, Statistics.upperGamma(5, 4.865182052 / 2), 1e-9);
        assertEquals(Math.log(24), Statistics.logGamma(5), 1e-12);
    }

    @Test
    void aBiasOfThreePercentInOneCellIsFound() {
        long[] counts = {100_000, 100_000, 103_000, 100_000};
        assertThrows(AssertionError.class, () -> Statistics.assertUniform("biased", counts));
    }

    @Test
    void countsThatAgreeTooWellAreFound() {
        long[] counts = new long[1000];
        java.util.Arrays.fill(counts, 1000);
        assertThrows(AssertionError.class, () -> Statistics.assertUniform("too even", counts));
    }

    @Test
    void aDistributionThatIsMovedAndOneThatIsTooEvenAreFound() {
        double[] even = new double[10_000];
        double[] moved = new double[10_000];
        for (int i = 0; i < even.length; i++) {
            even[i] = (i + 0.5) / even.length;
            moved[i] = even[i] + 0.03;
        }
        assertThrows(AssertionError.class, () -> Statistics.assertDistributed("too even", even, x -> x));
        assertThrows(
                AssertionError.class, () -> Statistics.assertDistributed("moved", moved, x -> Math.clamp(x, 0.0, 1.0)));
    }
}
