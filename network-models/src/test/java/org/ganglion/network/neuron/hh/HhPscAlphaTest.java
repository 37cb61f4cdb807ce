package org.ganglion.network.neuron.hh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Stepper;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.neuron.part.DoubleWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link HhPscAlpha} against its equations, solved in much finer parts, for other parameters and steps than NEST's cases. */
class HhPscAlphaTest {
    private static final HhPscAlpha MODEL = new HhPscAlpha();
    private static final double DURATION_MS = 120;

    @ParameterizedTest
    @CsvSource({
        "0.1, 100, 12000, 3600, 0.2, 2, 650",
        "0.025, 100, 12000, 3600, 0.2, 2, 650",
        "0.5, 100, 12000, 3600, 0.5, 2, 700",
        "1, 100, 12000, 3600, 1, 3, 1500",
        "0.1, 40, 9000, 3000, 0.05, 1, 500",
        "0.2, 100, 30000, 9000, 0.3, 5, 900",
        "0.1, 500, 60000, 18000, 0.2, 2, 3300"
    })
    void potentialAndSpikesAreThoseOfTheEquations(
            double dtMs, double c, double sodium, double potassium, double tauEx, double tauIn, double current) {
        // given a cell with a constant current and random spikes
        TestColumns columns = new TestColumns(MODEL.description(), 1)
                .set("C_m", c)
                .set("g_Na", sodium)
                .set("g_K", potassium)
                .set("g_L", 0.3 * c)
                .set("tau_syn_ex", tauEx)
                .set("tau_syn_in", tauIn)
                .set("t_ref", 3)
                .set("I_e", current);
        NeuronState state = MODEL.create(columns, dtMs);
        Equations equations = new Equations(columns, current);
        Random random = new Random(11);
        float[][] input = new float[2][64];
        long[] fired = new long[1];
        List<Integer> spikes = new ArrayList<>();
        List<Integer> expectedSpikes = new ArrayList<>();
        int held = 0;
        double worst = 0;

        for (int step = 0; step < DURATION_MS / dtMs; step++) {
            // when it is stepped
            input[0][0] = random.nextDouble() < 0.3 * dtMs ? 5f * (float) c : 0;
            input[1][0] = random.nextDouble() < 0.1 * dtMs ? -2f * (float) c : 0;
            state.begin(step);
            state.step(0, 64, input, fired);
            if ((fired[0] & 1) != 0) {
                spikes.add(step);
            }

            // and the equations are solved in parts of a five hundredth of a millisecond or less
            double before = equations.v();
            equations.advance(dtMs, (int) Math.ceil(dtMs * 500));
            equations.arrive(input[0][0], input[1][0]);
            if (held > 0) {
                held--;
            } else if (equations.v() >= 0 && before > equations.v()) {
                expectedSpikes.add(step);
                held = (int) Math.round(3 / dtMs);
            }
            worst = Math.max(worst, Math.abs(equations.v() - state.value(0, 0)));
        }

        // then spikes are in the same steps, and the potential is within a few microvolt
        assertEquals(expectedSpikes, spikes);
        assertTrue(spikes.size() > 2 || dtMs == 1, spikes.toString()); // no step of 1 ms ends on the way down
        assertTrue(worst < 3e-3, "V_m differs by " + worst);
    }

    /** The rate at which sodium closes grows without end there: 273/ms at -141 mV, where a part is 1/80 ms. */
    @ParameterizedTest
    @CsvSource({"30, -2600, 0", "10, -850, 0", "30, 0, -4400", "0, 0, -2000"})
    void farBelowRestThePotentialIsThatOfTheEquations(double leakNs, double currentPa, double volleyPa) {
        for (boolean vector : new boolean[] {false, true}) {
            // given a cell with a constant current, or with a volley of spikes after 5 ms
            TestColumns columns = new TestColumns(MODEL.description(), 1)
                    .set("g_L", leakNs)
                    .set("I_e", currentPa)
                    .vectors(vector);
            Stepper neurons = new Stepper(MODEL, columns);
            Equations equations = new Equations(columns, currentPa);
            double lowest = 0;

            for (int step = 0; step < 1000; step++) {
                // when it is stepped, and the equations are solved in parts of 1/4000 ms
                double inhibition = step == 50 ? volleyPa : 0;
                neurons.give(1, 0, inhibition).step();
                equations.advance(Stepper.DT_MS, 400);
                equations.arrive(0, inhibition);
                lowest = Math.min(lowest, equations.v());

                // then the potential is that of the equations, on the flank of the spike that follows a volley as well
                assertEquals(equations.v(), neurons.state.value(0, 0), 2e-3);
            }
            // and the cell has been where the rate is bounded
            assertTrue(lowest < -138, "lowest " + lowest);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e7, -1e6, -1e5, -1e4, 1e4, 1e5, 1e6, 1e7})
    void noCurrentIsTooStrong(double pA) {
        // given a cell without a leak, in both forms
        Stepper scalar = new Stepper(MODEL, leakless().vectors(false));
        Stepper vector = new Stepper(MODEL, leakless().vectors(true));

        for (int step = 0; step < 2000; step++) {
            // when a volley comes to it and later a current
            for (Stepper neurons : List.of(scalar, vector)) {
                neurons.give(pA > 0 ? 0 : 1, 0, step == 50 ? pA : 0);
                neurons.state.setCurrent(0, step > 1000 && step < 1500 ? pA : 0);
                neurons.step();
            }

            // then the potential is a number, gates are shares, and both forms have the same bits
            assertTrue(Float.isFinite(scalar.state.value(0, 0)));
            for (int gate = 1; gate <= 3; gate++) {
                float open = scalar.state.value(gate, 0);
                assertTrue(open >= 0 && open <= 1, "gate " + gate + " is " + open + " at step " + step);
            }
            assertArrayEquals(words(scalar.state, 0), words(vector.state, 0));
        }
    }

    private static TestColumns leakless() {
        return new TestColumns(MODEL.description(), 1).set("g_L", 0).injectCurrents();
    }

    /** Rates of m and n have a hole where numerator and denominator are both 0. */
    @ParameterizedTest
    @ValueSource(doubles = {-40, -55})
    void thePotentialGoesSmoothlyThroughThoseOfTheRates(double holeMv) {
        double[] after = new double[3];
        for (int i = 0; i < 3; i++) {
            double startMv = holeMv + (i - 1) * 1e-7;
            Stepper neurons = new Stepper(MODEL, new TestColumns(MODEL.description(), 1).start("V_m", n -> startMv));
            neurons.step();
            int[] words = new int[neurons.state.stateWords()];
            neurons.state.copyState(0, words, 0);
            after[i] = DoubleWords.get(words, 1);
        }
        // rounding of 1 - exp(-x) near x = 0 is all that may be seen
        assertEquals(0.5 * (after[0] + after[2]), after[1], 1e-8);
    }

    @Test
    void aSpikeIsToldAtTheMaximumAndNotAgainForItsRefractoryPeriod() {
        // given a cell that fires every 15 ms or so
        List<Integer> often = spikes(2);
        List<Integer> seldom = spikes(20);

        // then a period of 20 ms hides every second spike
        assertTrue(often.size() > 8, often.toString());
        List<Integer> everySecond = new ArrayList<>();
        for (int i = 0; i < often.size(); i += 2) {
            everySecond.add(often.get(i));
        }
        assertEquals(everySecond, seldom);
    }

    private static List<Integer> spikes(double periodMs) {
        TestColumns columns =
                new TestColumns(MODEL.description(), 1).set("I_e", 1000).set("t_ref", periodMs);
        Stepper neurons = new Stepper(MODEL, columns);
        List<Integer> spikes = new ArrayList<>();
        double before = 0;
        for (int step = 0; step < 1500; step++) {
            if (neurons.stepFires(0)) {
                spikes.add(step);
                double after = neurons.state.value(0, 0);
                assertTrue(after >= 0 && after < before);
            }
            before = neurons.state.value(0, 0);
        }
        return spikes;
    }

    @Test
    void aNeuronIsTheSameAmongNeighboursThatNeedFinerParts() {
        // given neurons of which every third has a membrane that needs three times as many parts of a step
        TestColumns mixed = new TestColumns(MODEL.description(), 192)
                .draw("C_m", i -> i % 3 == 0 ? 30 : 100)
                .set("I_e", 700);
        TestColumns alone = new TestColumns(MODEL.description(), 192).set("I_e", 700);
        NeuronState among = MODEL.create(mixed, 0.1);
        NeuronState same = MODEL.create(alone, 0.1);
        float[][] input = new float[2][192];
        long[] firedAmong = new long[3];
        long[] firedAlone = new long[3];

        for (int step = 0; step < 300; step++) {
            // when all get the same
            input[0][1] = step % 40 == 7 ? 300 : 0;
            input[1][1] = step % 30 == 9 ? -100 : 0;
            among.begin(step);
            among.step(0, 192, input, firedAmong);
            same.begin(step);
            same.step(0, 192, input, firedAlone);

            // then the others do what they do alone
            assertArrayEquals(words(same, 1), words(among, 1));
            assertArrayEquals(words(same, 191), words(among, 191));
        }
    }

    private static int[] words(NeuronState state, int neuron) {
        int[] words = new int[state.stateWords()];
        state.copyState(neuron, words, 0);
        return words;
    }

    /** The equations of the paper, with state {@code V m h n}, by the method of Runge and Kutta. */
    private static final class Equations {
        private final TestColumns columns;
        private final double currentPa;
        private double[] y;
        private final double[] rise = new double[2]; // in pA/ms
        private final double[] pA = new double[2];

        Equations(TestColumns columns, double currentPa) {
            this.columns = columns;
            this.currentPa = currentPa;
            double m = alphaM(-65) / (alphaM(-65) + betaM(-65));
            double h = alphaH(-65) / (alphaH(-65) + betaH(-65));
            double n = alphaN(-65) / (alphaN(-65) + betaN(-65));
            y = new double[] {-65, m, h, n};
        }

        double v() {
            return y[0];
        }

        void arrive(double excitation, double inhibition) {
            rise[0] += excitation * Math.E / columns.parameter("tau_syn_ex", 0);
            rise[1] += inhibition * Math.E / columns.parameter("tau_syn_in", 0);
        }

        void advance(double ms, int parts) {
            double h = ms / parts;
            for (int part = 0; part < parts; part++) {
                double middle = currentPa + synaptic(h / 2);
                double[] k1 = slope(y, currentPa + synaptic(0));
                double[] k2 = slope(plus(y, h / 2, k1), middle);
                double[] k3 = slope(plus(y, h / 2, k2), middle);
                double[] k4 = slope(plus(y, h, k3), currentPa + synaptic(h));
                y = plus(plus(plus(plus(y, h / 6, k1), h / 3, k2), h / 3, k3), h / 6, k4);
                for (int i = 0; i < 2; i++) {
                    double decay = Math.exp(-h / tau(i));
                    pA[i] = (pA[i] + rise[i] * h) * decay;
                    rise[i] *= decay;
                }
            }
        }

        private double tau(int synapse) {
            return columns.parameter(synapse == 0 ? "tau_syn_ex" : "tau_syn_in", 0);
        }

        private double synaptic(double afterMs) {
            double sum = 0;
            for (int i = 0; i < 2; i++) {
                sum += (pA[i] + rise[i] * afterMs) * Math.exp(-afterMs / tau(i));
            }
            return sum;
        }

        private static double[] plus(double[] y, double factor, double[] slope) {
            double[] sum = new double[4];
            for (int i = 0; i < 4; i++) {
                sum[i] = y[i] + factor * slope[i];
            }
            return sum;
        }

        private double[] slope(double[] state, double current) {
            double v = state[0];
            double m = state[1];
            double h = state[2];
            double n = state[3];
            double ionic = columns.parameter("g_Na", 0) * Math.pow(m, 3) * h * (v - columns.parameter("E_Na", 0))
                    + columns.parameter("g_K", 0) * Math.pow(n, 4) * (v - columns.parameter("E_K", 0))
                    + columns.parameter("g_L", 0) * (v - columns.parameter("E_L", 0));
            return new double[] {
                (current - ionic) / columns.parameter("C_m", 0),
                alphaM(v) * (1 - m) - betaM(v) * m,
                alphaH(v) * (1 - h) - betaH(v) * h,
                alphaN(v) * (1 - n) - betaN(v) * n
            };
        }

        private static double alphaM(double v) {
            return 0.1 * (v + 40) / (1 - Math.exp(-(v + 40) / 10));
        }

        private static double betaM(double v) {
            return 4 * Math.exp(-(v + 65) / 18);
        }

        private static double alphaH(double v) {
            return 0.07 * Math.exp(-(v + 65) / 20);
        }

        private static double betaH(double v) {
            return 1 / (1 + Math.exp(-(v + 35) / 10));
        }

        private static double alphaN(double v) {
            return 0.01 * (v + 55) / (1 - Math.exp(-(v + 55) / 10));
        }

        private static double betaN(double v) {
            return 0.125 * Math.exp(-(v + 65) / 80);
        }
    }
}
