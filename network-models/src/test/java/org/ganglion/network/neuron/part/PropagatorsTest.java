package org.ganglion.network.neuron.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Propagators against the integrals that define them, with the current's time constant near and far from tau_m. */
class PropagatorsTest {
    private static final double DT_MS = 0.1;
    private static final double TAU_M_MS = 10;
    private static final double C_PF = 250;

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-15, 1e-12, 1e-9, -1e-9, 1e-6, 1e-4, -1e-4, 1e-2, 1, 10, -0.5, -0.9, -0.95, -0.99})
    void aSynapticCurrentActsAsItsIntegralSays(double relativeDistance) {
        // given a current whose time constant differs from tau_m by a share of it
        double tauSynMs = TAU_M_MS * (1 + relativeDistance);

        // when it acts on the membrane for one step
        double exponential = Propagators.exponentialCurrent(DT_MS, tauSynMs, TAU_M_MS, C_PF);
        double rising = Propagators.risingCurrent(DT_MS, tauSynMs, TAU_M_MS, C_PF);

        // then the change of the potential is the integral over the step
        assertClose(integral(s -> Math.exp(-(DT_MS - s) / TAU_M_MS - s / tauSynMs) / C_PF), exponential);
        assertClose(integral(s -> Math.exp(-(DT_MS - s) / TAU_M_MS - s / tauSynMs) * s / C_PF), rising);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.001, 10", "0.1, 10, 0.001", "0.001, 0.5, 20", "1000, 0.5, 20", "0.1, 1e-9, 1e9"})
    void farApartTimeConstantsGiveFinitePositivePropagators(double dtMs, double tauSynMs, double tauMs) {
        double exponential = Propagators.exponentialCurrent(dtMs, tauSynMs, tauMs, C_PF);
        double rising = Propagators.risingCurrent(dtMs, tauSynMs, tauMs, C_PF);

        assertTrue(exponential > 0 && exponential <= dtMs / C_PF, "exponential: " + exponential);
        assertTrue(rising >= 0 && rising <= dtMs * dtMs / C_PF, "rising: " + rising);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 10, 1000})
    void aConstantCurrentIsOneThatNeverDecays(double tauMs) {
        double constant = Propagators.constantCurrent(DT_MS, tauMs, C_PF);

        assertClose(integral(s -> Math.exp(-(DT_MS - s) / tauMs) / C_PF), constant);
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-13 * expected);
    }

    /** From 0 to the step's end by Gauss's rule with three points on 64 pieces: exact here to the last few bits. */
    private static double integral(DoubleUnaryOperator f) {
        int pieces = 64;
        double half = DT_MS / pieces / 2;
        double offset = half * Math.sqrt(0.6);
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            double middle = (2 * i + 1) * half;
            sum += 5 * f.applyAsDouble(middle - offset)
                    + 8 * f.applyAsDouble(middle)
                    + 5 * f.applyAsDouble(middle + offset);
        }
        return sum * half / 9;
    }
}
