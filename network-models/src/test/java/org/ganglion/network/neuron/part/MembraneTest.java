package org.ganglion.network.neuron.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.neuron.psc.IafPscAlpha;
import org.ganglion.network.neuron.psc.IafPscDelta;
import org.ganglion.network.neuron.psc.IafPscExp;
import org.ganglion.network.random.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the models with a potential in single precision say of it. */
class MembraneTest {
    static Stream<NeuronModel> models() {
        return Stream.of(new IafPscExp(), new IafPscAlpha(), new IafPscDelta());
    }

    @ParameterizedTest
    @MethodSource("models")
    void thePotentialStopsAsFarFromItsSteadyStateAsThePageSays(NeuronModel model) {
        // given a neuron whose steady state is 0.01 mV above its threshold, in steps of which 50,000 are a time
        // constant
        double steadyMv = -54.99;
        TestColumns columns = new TestColumns(model.description(), 1)
                .set("tau_m", 50)
                .set("I_e", (steadyMv + 70) * 250 / 50)
                .start("V_m", n -> -55.1);
        NeuronState state = model.create(columns, 0.001);
        float[][] input = new float[2][64];
        long[] fired = new long[1];

        // when it is stepped for 10 time constants
        for (int step = 0; step < 500_000; step++) {
            state.begin(step);
            state.step(0, 64, input, fired);
            assertFalse((fired[0] & 1) != 0, "fired at step " + step);
        }

        // then it has stopped where a step is worth half a unit in the last place, 4.8e-7 mV
        double distance = steadyMv - state.value(0, 0);
        assertEquals(4.8e-7 * 50_000, distance, 1e-3);
    }

    @Test
    void aNoteIsForTimeConstantsOfMoreThanTenThousandSteps() {
        assertEquals(Optional.empty(), note(0.1));
        assertEquals(Optional.empty(), note(0.001));
        assertTrue(
                note(0.0009).orElse("").contains("closer than 0.0053 mV"),
                note(0.0009).toString());
    }

    private static Optional<String> note(double dtMs) {
        return new IafPscDelta().note(Map.of("tau_m", Distribution.constant(10)), dtMs);
    }
}
