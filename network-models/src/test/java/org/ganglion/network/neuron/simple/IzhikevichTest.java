package org.ganglion.network.neuron.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.neuron.part.DoubleWords;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link Izhikevich} against its equations, written down plainly, for the cells of the paper and other steps. */
class IzhikevichTest {
    private static final Izhikevich MODEL = new Izhikevich();
    private static final int STEPS = 3000;

    /** Regular spiking, chattering, fast spiking, low-threshold spiking and resonator cells of the paper. */
    @ParameterizedTest
    @CsvSource({
        "0.02, 0.2, -65, 8, 0.1, true",
        "0.02, 0.2, -50, 2, 0.1, true",
        "0.1, 0.2, -65, 2, 0.5, true",
        "0.02, 0.25, -65, 2, 0.05, true",
        "0.1, 0.26, -65, 2, 1, true",
        "0.02, 0.2, -65, 8, 1, false",
        "0.02, 0.2, -50, 2, 0.5, false",
        "0.1, 0.2, -65, 2, 0.1, false",
        "0.02, 0.25, -65, 2, 0.25, false",
        "0.1, 0.26, -65, 2, 1, false"
    })
    void everyStepIsThatOfTheEquations(double a, double b, double c, double d, double dtMs, boolean consistent) {
        // given a cell of the paper, driven by a current and by random spikes
        TestColumns columns = new TestColumns(MODEL.description(), 1)
                .set("a", a)
                .set("b", b)
                .set("c", c)
                .set("d", d)
                .set("I_e", 4)
                .set("V_min", -68)
                .set("consistent_integration", consistent ? 1 : 0)
                .start("V_m", i -> -63)
                .start("U_m", i -> -63 * b)
                .injectCurrents();
        NeuronState state = MODEL.create(columns, dtMs);
        Random random = new Random(3);
        float[][] input = new float[1][64];
        long[] fired = new long[1];
        int[] words = new int[state.stateWords()];
        double v = -63;
        double u = -63 * b;
        int spikes = 0;
        int bounded = 0;

        for (int step = 0; step < STEPS; step++) {
            // when it is stepped
            double injected = step > STEPS / 2 ? 6 : 0;
            state.setCurrent(0, injected);
            float arrived = random.nextInt(8) == 0 ? 10 * (random.nextFloat() - 0.4f) : 0;
            input[0][0] = arrived;
            state.begin(step);
            state.step(0, 64, input, fired);

            // then potential and recovery are those of the recipe, and so are the spikes
            double current = 4 + injected;
            if (consistent) {
                double slope = 0.04 * v * v + 5 * v + 140 - u + current;
                double recovery = a * (b * v - u);
                v += dtMs * slope + arrived;
                u += dtMs * recovery;
            } else {
                for (int half = 0; half < 2; half++) {
                    v += 0.5 * dtMs * (0.04 * v * v + 5 * v + 140 - u + current + arrived);
                }
                u += dtMs * a * (b * v - u);
            }
            bounded += v < -68 ? 1 : 0;
            v = Math.max(v, -68);
            boolean fires = v >= 30;
            if (fires) {
                v = c;
                u += d;
                spikes++;
            }
            assertEquals(fires ? 1 : 0, fired[0] & 1, "step " + step);
            state.copyState(0, words, 0);
            assertEquals(v, DoubleWords.get(words, 0), 1e-9);
            assertEquals(u, DoubleWords.get(words, DoubleWords.WORDS), 1e-9);
            assertEquals(v, state.value(0, 0), 1e-5);
            assertEquals(u, state.value(1, 0), 1e-5);
            // Roundings grow a hundredfold from spike to spike, so each step is compared by itself.
            v = DoubleWords.get(words, 0);
            u = DoubleWords.get(words, DoubleWords.WORDS);
        }
        assertTrue(spikes > 3, "only " + spikes + " spikes");
        assertTrue(bounded > 0, "never at its lower bound");
    }

    @Test
    void aSpikeIsAJumpInMillivoltOrACurrentInPicoampere() {
        assertEquals(
                List.of(new Receptor("jump", Unit.MILLIVOLT, Receptor.Sign.ANY)),
                MODEL.receptors(Map.of("consistent_integration", Distribution.constant(1))));
        assertEquals(
                List.of(new Receptor("current", Unit.PICOAMPERE, Receptor.Sign.ANY)),
                MODEL.receptors(Map.of("consistent_integration", Distribution.constant(0))));
    }
}
