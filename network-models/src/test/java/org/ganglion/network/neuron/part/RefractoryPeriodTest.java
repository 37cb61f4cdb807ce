package org.ganglion.network.neuron.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganglion.network.neuron.Stepper;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.neuron.psc.IafPscDelta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long neurons are held after a spike. */
class RefractoryPeriodTest {
    private static final IafPscDelta MODEL = new IafPscDelta();

    /** A jump that makes any neuron of these tests fire. */
    private static final double STRONG_MV = 100;

    @ParameterizedTest
    @CsvSource({"0, 0", "0.04, 0", "0.06, 1", "0.1, 1", "2, 20", "1.97, 20", "3.04, 30", "700, 7000"})
    void aNeuronDrivenHardFiresAgainOneStepAfterItsPeriodRoundedToSteps(double tRefMs, int periodSteps) {
        // given a neuron that any free step makes fire
        Stepper neurons = new Stepper(MODEL, columns(1).set("t_ref", tRefMs));
        assertTrue(neurons.give(0, 0, STRONG_MV).stepFires(0));
        assertEquals(periodSteps, neurons.remaining(0));

        // when it is held
        for (int left = periodSteps - 1; left >= 0; left--) {
            assertFalse(neurons.give(0, 0, STRONG_MV).stepFires(0));
            assertEquals(left, neurons.remaining(0));
        }

        // then the next step makes it fire
        assertTrue(neurons.give(0, 0, STRONG_MV).stepFires(0));
    }

    @Test
    void neuronsHaveTheirOwnPeriods() {
        // given neurons with periods of 0, 1, 2, ... steps
        Stepper neurons = new Stepper(MODEL, columns(64).draw("t_ref", i -> i * Stepper.DT_MS));
        long[] lastFired = new long[64];
        int[] count = new int[64];

        for (int step = 0; step < 500; step++) {
            // when all are driven hard in every step
            for (int neuron = 0; neuron < 64; neuron++) {
                neurons.give(0, neuron, STRONG_MV);
            }
            long fired = neurons.step();

            // then each fires whenever it is free
            for (int neuron = 0; neuron < 64; neuron++) {
                if ((fired >>> neuron & 1) != 0) {
                    assertTrue(count[neuron]++ == 0 || step - lastFired[neuron] == neuron + 1);
                    lastFired[neuron] = step;
                }
            }
        }
        for (int neuron = 0; neuron < 64; neuron++) {
            assertEquals((500 + neuron) / (neuron + 1), count[neuron]);
        }
    }

    @Test
    void thePotentialIsTheResetWhileHeld() {
        Stepper neurons = new Stepper(MODEL, columns(1).set("V_reset", -63).set("I_e", 300));
        neurons.give(0, 0, STRONG_MV).step();
        for (int i = 0; i < 20; i++) {
            neurons.give(0, 0, 5).step();
            assertEquals(-63, neurons.state.value(0, 0), 1e-5);
        }
        neurons.step();
        assertTrue(neurons.state.value(0, 0) > -63 && neurons.state.value(0, 0) < -62);
    }

    @Test
    void savedInputArrivesDecayedInTheFirstFreeStep() {
        // given a neuron that saves input, at rest after reset, held for 20 steps
        Stepper neurons = new Stepper(MODEL, columns(1).set("refractory_input", 1));
        neurons.give(0, 0, STRONG_MV).step();

        // when 4 mV arrive with 20 steps to go, and 2 mV with 1 step to go
        neurons.give(0, 0, 4).step();
        for (int i = 0; i < 18; i++) {
            neurons.step();
        }
        neurons.give(0, 0, 2).step();
        assertEquals(-70, neurons.state.value(0, 0), 1e-5);
        neurons.step();

        // then the first free step adds both, decayed by 20 and 1 steps with tau_m = 10 ms
        assertEquals(-70 + 4 * Math.exp(-0.2) + 2 * Math.exp(-0.01), neurons.state.value(0, 0), 1e-5);
    }

    private static TestColumns columns(int size) {
        return new TestColumns(MODEL.description(), size);
    }
}
