package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganglion.examples.Example.Ran;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.PopulationSummary;
import org.junit.jupiter.api.Test;

/**
 * The four states of Brunel 2000, told apart by how regularly neurons fire (the CV of their intervals) and by how evenly
 * the population does (its spikes in each millisecond).
 */
class Brunel2000Test {
    /** Below, the CV of a neuron that fires like a clock; above, one that does not. */
    private static final double REGULAR = 0.15;

    private static final double IRREGULAR = 0.3;

    /** Relative deviation of the population's rate: one that swings as a sine to zero and back has 0.7. */
    private static final double EVEN = 0.1;

    private static final double TO_ZERO_AND_BACK = 1 / Math.sqrt(2);

    private record State(Experiment experiment, Ran ran) {
        static State of(String... settings) throws Exception {
            Experiment experiment = Example.yaml("brunel-2000.yaml", settings);
            return new State(experiment, Example.run(experiment));
        }

        Activity population() {
            double fromMs = experiment.settings().warmUpMs();
            return Activity.of(ran, fromMs, fromMs + experiment.settings().durationMs(), 1, "E");
        }

        PopulationSummary neurons() {
            return Activity.summary(ran, "E");
        }
    }

    @Test
    void synchronousRegularWhereExcitationWinsAndDelaysAreEqual() throws Exception {
        State sr = State.of("g=3", "simulation.duration=100ms", "simulation.warm-up=50ms");

        assertTrue(sr.neurons().cv() < REGULAR, sr.neurons().toString());
        assertTrue(
                sr.population().variation() > 0.9 * TO_ZERO_AND_BACK,
                sr.population().variation() + "");
        // All fire in each volley, so the volleys come as often as a neuron fires: at most every t_ref + delay.
        assertEquals(sr.neurons().rateHz(), sr.population().peakHz(100, 500), 10);
        assertTrue(
                sr.neurons().rateHz() > 200 && sr.neurons().rateHz() < 500,
                sr.neurons().toString());
    }

    @Test
    void asynchronousRegularWhereExcitationWinsAndDelaysDiffer() throws Exception {
        State ar = State.of("g=3", "spread=1.4ms", "simulation.duration=100ms", "simulation.warm-up=50ms");

        assertTrue(ar.neurons().cv() < REGULAR, ar.neurons().toString());
        assertTrue(ar.population().variation() < EVEN, ar.population().variation() + "");
        assertTrue(
                ar.neurons().rateHz() > 200 && ar.neurons().rateHz() < 500,
                ar.neurons().toString());
    }

    @Test
    void asynchronousIrregularWhereInhibitionWins() throws Exception {
        State ai = State.of("simulation.duration=400ms");

        double theoryHz = MeanField.rateHz(5, 2);
        assertEquals(theoryHz, ai.neurons().rateHz(), 0.1 * theoryHz);
        assertTrue(ai.neurons().cv() > IRREGULAR, ai.neurons().toString());
        assertTrue(
                ai.population().variation() < TO_ZERO_AND_BACK, ai.population().variation() + "");
    }

    /** The paper's network oscillates at 180 Hz, its theory at 190 Hz. */
    @Test
    void synchronousIrregularAndFastWithStrongInputFromOutside() throws Exception {
        State si = State.of("g=6", "eta=4", "simulation.duration=200ms", "simulation.warm-up=50ms");

        double theoryHz = MeanField.rateHz(6, 4);
        assertEquals(theoryHz, si.neurons().rateHz(), 0.15 * theoryHz);
        assertTrue(si.neurons().cv() > IRREGULAR, si.neurons().toString());
        assertTrue(
                si.population().variation() > 0.9 * TO_ZERO_AND_BACK,
                si.population().variation() + "");
        assertEquals(180, si.population().peakHz(20, 500), 18);
        assertTrue(si.population().peakHz(20, 500) > 2 * si.neurons().rateHz(), "neurons skip cycles");
    }

    /** The paper's network oscillates at 22 Hz and its neurons fire at 5.5 Hz. */
    @Test
    void synchronousIrregularAndSlowWithWeakInputFromOutside() throws Exception {
        State si = State.of("g=4.5", "eta=0.9", "simulation.duration=1s");

        assertEquals(5.5, si.neurons().rateHz(), 0.1 * 5.5);
        assertTrue(si.neurons().cv() > IRREGULAR, si.neurons().toString());
        assertTrue(
                si.population().variation() > TO_ZERO_AND_BACK, si.population().variation() + "");
        double hz = si.population().peakHz(5, 500);
        assertTrue(hz > 15 && hz < 32, "the population oscillates at " + hz + " Hz");
    }

    /** The stationary rate by the paper's mean field theory, equations 4 and 21 to 24. */
    private static final class MeanField {
        private static final double TAU_S = 0.02;
        private static final double REFRACTORY_S = 0.002;
        private static final double THRESHOLD_MV = 20;
        private static final double RESET_MV = 10;
        private static final double J_MV = 0.1;
        private static final double SOURCES = 1000;
        private static final double INHIBITORY_SHARE = 0.25;

        private MeanField() {}

        /** By bisection: the rate that neurons answer to input at this rate falls as that rate rises. */
        static double rateHz(double g, double eta) {
            double low = 0;
            double high = 1 / REFRACTORY_S;
            for (int i = 0; i < 50; i++) {
                double middle = 0.5 * (low + high);
                if (answerHz(g, eta, middle) > middle) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private static double answerHz(double g, double eta, double rateHz) {
            double outsideHz = eta * THRESHOLD_MV / (J_MV * SOURCES * TAU_S);
            double drive = SOURCES * J_MV * TAU_S;
            double meanMv = drive * (outsideHz + rateHz * (1 - g * INHIBITORY_SHARE));
            double spreadMv = Math.sqrt(J_MV * drive * (outsideHz + rateHz * (1 + g * g * INHIBITORY_SHARE)));
            double from = (RESET_MV - meanMv) / spreadMv;
            double to = (THRESHOLD_MV - meanMv) / spreadMv;
            int parts = 2000;
            double integral = 0;
            for (int i = 0; i < parts; i++) {
                double u = from + (i + 0.5) * (to - from) / parts;
                integral += scaled(u) * (to - from) / parts;
            }
            return 1 / (REFRACTORY_S + TAU_S * Math.sqrt(Math.PI) * integral);
        }

        /** exp(u^2) (1 + erf u), which is the integral over s from 0 of exp(2 u s - s^2), times 2 / sqrt(pi). */
        private static double scaled(double u) {
            double width = 12 + Math.max(0, 2 * u);
            int parts = 4000;
            double sum = 0;
            for (int i = 0; i < parts; i++) {
                double s = (i + 0.5) * width / parts;
                sum += Math.exp(2 * u * s - s * s);
            }
            return sum * width / parts * 2 / Math.sqrt(Math.PI);
        }
    }
}
