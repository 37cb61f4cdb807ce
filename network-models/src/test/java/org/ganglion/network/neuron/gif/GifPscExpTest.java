package org.ganglion.network.neuron.gif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.OtherColumns;
import org.ganglion.network.neuron.Stepper;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.neuron.catalog.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link GifPscExp}: what spikes do, with those of NEST forced upon it, and whether its noise is what it should be. */
class GifPscExpTest {
    private static final GifPscExp MODEL = new GifPscExp();

    @ParameterizedTest
    @ValueSource(strings = {"gif_psc_exp_spikes", "gif_psc_exp_step"})
    void withTheSpikesOfNestEverythingElseIsAsInNest(String name) {
        // given the neuron of a case without noise of its own
        ReferenceCase reference = ReferenceCase.read(name);
        GifState state = new GifState(reference.columns(1).set("lambda_0", 0), reference.dtMs(), false);
        float[][] spikes = reference.spikeInput();
        double[] current = reference.currentPa();
        List<Integer> firedSteps = reference.firedSteps();
        double[] potential = reference.trace("V_m");
        double[] threshold = reference.trace("E_sfa");
        double[] triggered = reference.trace("I_stc");
        float[][] input = new float[2][64];
        long[] fired = new long[1];

        for (int step = 0; step < reference.steps(); step++) {
            // when it fires in the steps in which it did in NEST
            state.setCurrent(0, current[step]);
            input[0][0] = spikes[step][0];
            input[1][0] = spikes[step][1];
            state.begin(step);
            state.advance(0, 64, input, fired);
            fired[0] = firedSteps.contains(step) ? 1 : 0;
            state.finish(0, 64, fired);

            // then potential, threshold and spike-triggered current are those of NEST, to the digits of a float
            assertEquals(potential[step], state.value(0, 0), 1e-5, "V_m in step " + step);
            assertEquals(threshold[step], state.value(1, 0), 1e-5, "E_sfa in step " + step);
            assertEquals(triggered[step], state.value(2, 0), 1e-5, "I_stc in step " + step);
        }
    }

    /** Expected spikes in a step at the threshold, from far below one to above one. */
    @ParameterizedTest
    @CsvSource({"1, 10, 0.002", "100, 0, 0.01", "1000, -1, 0.1", "3000, 3, 0.5"})
    void theFirstSpikeAtAConstantPotentialComesByTheExponentialLaw(double lambda0, double above, double dtMs) {
        // given neurons at rest, at a distance from their threshold
        int size = 20_000;
        double softness = 2;
        NeuronState state = MODEL.create(resting(size, lambda0, above, softness), dtMs);

        // when they are stepped until most have fired
        double hazard = lambda0 / 1000 * StrictMath.exp(above / softness) * dtMs;
        int steps = (int) Math.ceil(4 / hazard) + 1;
        int[] firstIn = firstSpikes(state, size, steps);

        // then the share that has by the end of each step deviates from 1 - exp(-hazard t) by no more than chance
        // allows
        // in 99.9 of 100 cases (Kolmogorov and Smirnov)
        int[] count = new int[steps];
        for (int step : firstIn) {
            if (step >= 0) {
                count[step]++;
            }
        }
        double worst = 0;
        double share = 0;
        for (int step = 0; step < steps; step++) {
            share += (double) count[step] / size;
            worst = Math.max(worst, Math.abs(share - -StrictMath.expm1(-hazard * (step + 1))));
        }
        assertTrue(worst < 1.95 / Math.sqrt(size), "deviates by " + worst);
    }

    /** A hazard so small that 1 - exp(-hazard) would lose most of its digits: 1e-6 a step. */
    @Test
    void rareSpikesAreAsRareAsTheHazardSays() {
        int size = 20_000;
        int steps = 5000;
        NeuronState state = MODEL.create(resting(size, 10, 0, 1), 1e-4);

        int spikes = 0;
        for (int step : firstSpikes(state, size, steps)) {
            spikes += step >= 0 ? 1 : 0;
        }

        // 100 are expected, with a standard deviation of 10
        assertEquals(1e-6 * size * steps, spikes, 35);
    }

    @Test
    void noiseBelongsToTheNeuronAndNotToItsPlace() {
        // given the same neurons of a population in two orders
        int size = 256;
        IntUnaryOperator reversed = i -> size - 1 - i;
        NeuronState forward = MODEL.create(resting(size, 100, 0, 1), 0.1);
        NeuronState backward = MODEL.create(new Reordered(resting(size, 100, 0, 1), reversed), 0.1);

        // when both are stepped, then each fires for the first time in the same step wherever it is
        int[] first = firstSpikes(forward, size, 400);
        int[] second = firstSpikes(backward, size, 400);
        int different = 0;
        for (int i = 0; i < size; i++) {
            assertEquals(first[i], second[reversed.applyAsInt(i)]);
            different += first[i] != second[i] ? 1 : 0;
        }
        assertTrue(different > size / 2);
    }

    @Test
    void withoutARefractoryPeriodThePotentialIsNotReset() {
        // given a neuron far above its threshold that may fire in every step, as NEST has it
        Stepper neurons = new Stepper(MODEL, resting(1, 1000, 100, 1).set("t_ref", 0));

        for (int step = 0; step < 5; step++) {
            assertTrue(neurons.stepFires(0));
            assertEquals(-70, neurons.state.value(0, 0), 1e-5);
        }
    }

    /** Neurons at a rest of -70 mV that is so far above the threshold. */
    private static TestColumns resting(int size, double lambda0, double above, double softness) {
        return new TestColumns(MODEL.description(), size)
                .set("V_T_star", -70 - above)
                .set("Delta_V", softness)
                .set("lambda_0", lambda0);
    }

    /** The step in which each neuron fires for the first time; -1 if it does not. Stepped in chunks, as groups do. */
    private static int[] firstSpikes(NeuronState state, int size, int steps) {
        int padded = (size + 63) & -64;
        int[] first = new int[size];
        Arrays.fill(first, -1);
        float[][] input = new float[2][1024];
        long[] fired = new long[padded >>> 6];
        int left = size;
        for (int step = 0; step < steps && left > 0; step++) {
            state.begin(step);
            for (int from = 0; from < padded; from += 1024) {
                state.step(from, Math.min(padded, from + 1024), input, fired);
            }
            for (int i = 0; i < size; i++) {
                if (first[i] < 0 && (fired[i >>> 6] >>> i & 1) != 0) {
                    first[i] = step;
                    left--;
                }
            }
        }
        return first;
    }

    /** The same neurons in another order. */
    private record Reordered(TestColumns columns, IntUnaryOperator order) implements OtherColumns {
        @Override
        public int index(int neuron) {
            return order.applyAsInt(neuron);
        }
    }
}
