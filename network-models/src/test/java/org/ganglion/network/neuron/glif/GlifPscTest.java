package org.ganglion.network.neuron.glif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Stepper;
import org.ganglion.network.neuron.TestColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five models of {@link GlifPsc} against their equations, solved numerically, with the rules of NEST for spikes. */
class GlifPscTest {
    private static final GlifPsc MODEL = new GlifPsc();

    @ParameterizedTest
    @CsvSource({
        "1, 0.1, 0.09, 3.75",
        "2, 0.1, 0.09, 3.75",
        "3, 0.1, 0.09, 3.75",
        "4, 0.1, 0.09, 3.75",
        "5, 0.1, 0.09, 3.75",
        "5, 0.5, 0.02, 2",
        "4, 1, 0.09, 5",
        "3, 0.05, 0.09, 1",
        "5, 0.1, 0.16059264305177, 2"
    })
    void everyModelFollowsItsEquations(int number, double dtMs, double thresholdDecay, double periodMs) {
        // given a cell of the Allen Institute, at a distance from rest, with two kinds of synapses; in the last case
        // its
        // threshold decays as fast as its potential, g/C_m = 9.43/58.72 per ms
        TestColumns columns = model(number)
                .set("th_voltage_decay", thresholdDecay)
                .set("t_ref", periodMs)
                .setList("tau_syn", List.of(1.0, 5.0))
                .setList("asc_init", List.of(5.0, -10.0))
                .setList("asc_r", List.of(0.9, 0.4))
                .start("V_m", i -> -70)
                .injectCurrents();
        NeuronState state = MODEL.create(columns, dtMs);
        Equations equations = new Equations(columns, dtMs, number);
        Random random = new Random(number);
        float[][] input = new float[2][64];
        long[] fired = new long[1];
        int spikes = 0;

        for (int step = 0; step < 400 / dtMs; step++) {
            // when it is driven by a current and random spikes
            double current = step * dtMs < 200 ? 220 : 350;
            state.setCurrent(0, current);
            input[0][0] = random.nextDouble() < 0.2 * dtMs ? 300 * random.nextFloat() : 0;
            input[1][0] = random.nextDouble() < 0.1 * dtMs ? -100 * random.nextFloat() : 0;
            state.begin(step);
            state.step(0, 64, input, fired);
            boolean fires = equations.step(current, input[0][0], input[1][0]);

            // then it fires when the equations say so, and all that can be recorded is as they say
            assertEquals(fires ? 1 : 0, fired[0] & 1, "spike in step " + step);
            spikes += fires ? 1 : 0;
            double[] expected = equations.recorded(current);
            for (int variable = 0; variable < expected.length; variable++) {
                double tolerance = 2e-5 * Math.max(1, Math.abs(expected[variable]) / 10);
                String name = MODEL.description().variables().get(variable).name();
                assertEquals(expected[variable], state.value(variable, 0), tolerance, name + " in step " + step);
            }
        }
        assertTrue(spikes > 5, spikes + " spikes");
    }

    /** From V_reset, V goes to E_L + I/g and is above V_th after tau ln((I/g + E_L - V_reset)/(I/g + E_L - V_th)). */
    @Test
    void aModelOneCellFiresAsOftenAsTheTheoryOfItSays() {
        double periodMs = 4;
        double current = 400;
        TestColumns columns = model(1).set("t_ref", periodMs).injectCurrents();
        Stepper neurons = new Stepper(MODEL, columns);
        neurons.state.setCurrent(0, current);

        double goal = current / 9.43;
        double tau = 58.72 / 9.43;
        int climb = (int) Math.ceil(tau * Math.log(goal / (goal - (-51.68 + 78.85))) / Stepper.DT_MS);
        List<Integer> expected = new ArrayList<>();
        for (int spike = 0; spike < 20; spike++) {
            expected.add((climb + 40) * spike + climb - 1);
        }

        List<Integer> spikes = new ArrayList<>();
        for (int step = 0; spikes.size() < 20; step++) {
            if (neurons.stepFires(0)) {
                spikes.add(step);
            }
        }
        assertEquals(expected, spikes);
    }

    @Test
    void aNeuronAtItsThresholdDoesNotFireYet() {
        TestColumns at = model(1).set("E_L", -70).set("V_reset", -71).set("V_th", -70);

        assertEquals(0, new Stepper(MODEL, at).step());
    }

    private static TestColumns model(int number) {
        return new TestColumns(MODEL.description(), 1)
                .set("spike_dependent_threshold", number == 2 || number >= 4 ? 1 : 0)
                .set("after_spike_currents", number >= 3 ? 1 : 0)
                .set("adapting_threshold", number == 5 ? 1 : 0);
    }

    /**
     * The equations of Teeter et al. (2018), by the method of Runge and Kutta with fifty parts a step, and the conventions
     * of NEST: an after-spike current acts by its mean over the step, the threshold follows a potential on which synaptic
     * currents do not act, and all but synaptic currents is held in the refractory period.
     */
    private static final class Equations {
        private static final int PARTS = 50;

        private final TestColumns columns;
        private final double dtMs;
        private final boolean resets;
        private final boolean currents;
        private final boolean adapts;
        private final double[] ascPa = new double[2];
        private final double[][] synapses = new double[2][2]; // [receptor]: current in pA, its rise in pA/ms
        private double v; // above E_L
        private double ofSpikes;
        private double ofVoltage;
        private double ascSum;
        private double synapticPa;
        private int held;

        Equations(TestColumns columns, double dtMs, int number) {
            this.columns = columns;
            this.dtMs = dtMs;
            resets = number == 2 || number >= 4;
            currents = number >= 3;
            adapts = number == 5;
            v = columns.initial("V_m", 0) - of("E_L");
            for (int i = 0; i < 2; i++) {
                ascPa[i] = of("asc_init." + i);
            }
        }

        private double of(String parameter) {
            return columns.parameter(parameter, 0);
        }

        boolean step(double injected, double first, double second) {
            boolean fires = false;
            if (held > 0) {
                held--;
            } else {
                double before = v;
                free(injected);
                fires = v > ofSpikes + ofVoltage + of("V_th") - of("E_L");
                if (fires) {
                    spike(before);
                }
            }
            double[] arrived = {first, second};
            for (int r = 0; r < 2; r++) {
                double tau = of("tau_syn." + r);
                synapses[r] = synapse(r, dtMs);
                synapses[r][1] += arrived[r] * Math.E / tau;
            }
            return fires;
        }

        /** Current and rise of a synapse some time after the step began. */
        private double[] synapse(int r, double ms) {
            double decay = Math.exp(-ms / of("tau_syn." + r));
            return new double[] {(synapses[r][0] + synapses[r][1] * ms) * decay, synapses[r][1] * decay};
        }

        private void free(double injected) {
            ascSum = 0;
            for (int i = 0; i < 2 && currents; i++) {
                double decay = of("asc_decay." + i);
                ascSum += ascPa[i] * (1 - Math.exp(-decay * dtMs)) / (decay * dtMs);
                ascPa[i] *= Math.exp(-decay * dtMs);
            }
            synapticPa = synapses[0][0] + synapses[1][0];
            double steady = injected + ascSum;
            double[] y = {v, v, ofVoltage, ofSpikes}; // potential with and without synapses, parts of the threshold
            double h = dtMs / PARTS;
            for (int part = 0; part < PARTS; part++) {
                double t = part * h;
                double[] k1 = slope(y, t, steady);
                double[] k2 = slope(plus(y, h / 2, k1), t + h / 2, steady);
                double[] k3 = slope(plus(y, h / 2, k2), t + h / 2, steady);
                double[] k4 = slope(plus(y, h, k3), t + h, steady);
                y = plus(plus(plus(plus(y, h / 6, k1), h / 3, k2), h / 3, k3), h / 6, k4);
            }
            v = y[0];
            ofVoltage = adapts ? y[2] : 0;
            ofSpikes = resets ? y[3] : 0;
        }

        private double[] slope(double[] y, double t, double steady) {
            double synaptic = synapse(0, t)[0] + synapse(1, t)[0];
            return new double[] {
                (-of("g") * y[0] + steady + synaptic) / of("C_m"),
                (-of("g") * y[1] + steady) / of("C_m"),
                of("th_voltage_index") * y[1] - of("th_voltage_decay") * y[2],
                -of("th_spike_decay") * y[3]
            };
        }

        private static double[] plus(double[] y, double factor, double[] slope) {
            double[] sum = y.clone();
            Arrays.setAll(sum, i -> y[i] + factor * slope[i]);
            return sum;
        }

        private void spike(double before) {
            held = (int) Math.round(of("t_ref") / dtMs);
            for (int i = 0; i < 2; i++) {
                double left = of("asc_r." + i) * Math.exp(-of("asc_decay." + i) * of("t_ref"));
                ascPa[i] = of("asc_amps." + i) + ascPa[i] * left;
            }
            if (resets) {
                v = of("voltage_reset_fraction") * before + of("voltage_reset_add");
                ofSpikes = ofSpikes * Math.exp(-of("th_spike_decay") * of("t_ref")) + of("th_spike_add");
            } else {
                v = of("V_reset") - of("E_L");
            }
        }

        /** In the order of the model's variables. */
        double[] recorded(double injected) {
            return new double[] {
                v + of("E_L"), ascSum, injected, synapticPa, of("V_th") + ofSpikes + ofVoltage, ofSpikes, ofVoltage
            };
        }
    }
}
