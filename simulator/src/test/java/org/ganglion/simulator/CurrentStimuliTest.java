package org.ganglion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;

/** Currents as neurons get them, in every step. */
class CurrentStimuliTest {
    private static final double EVER = Double.POSITIVE_INFINITY;
    private static final RunSettings SETTINGS =
            RunSettings.DEFAULT.withSeed(5).withDtMs(0.1).withDurationMs(100);
    private static final int NEURONS = 400;

    /** The current into each neuron in each step, {@code [step][neuron]}. */
    private static float[][] currents(Stimulus... stimuli) throws IOException, InterruptedException {
        NetworkBuilder builder = NetworkBuilder.named("currents")
                .population("probes", NEURONS, new CurrentProbe(), UnaryOperator.identity())
                .recordState("probes", Selection.ALL, SETTINGS.dtMs(), "I");
        for (Stimulus stimulus : stimuli) {
            builder = builder.stimulate(stimulus);
        }
        Experiment experiment = builder.simulate(SETTINGS);
        SpikeList list = new SpikeList();
        try (PlainSimulation simulation = PlainSimulation.build(experiment, 3, list)) {
            simulation.runTo(SETTINGS.endStep());
        }
        float[][] currents = new float[(int) SETTINGS.endStep()][NEURONS];
        for (SpikeList.Sample sample : list.samples()) {
            for (int i = 0; i < sample.neurons().length; i++) {
                currents[(int) sample.step()][sample.neurons()[i]] = sample.values()[i];
            }
        }
        return currents;
    }

    private static Stimulus noise(double mean, double std, double modulation, double interval) {
        return new Stimulus.Noise("n", "probes", Selection.ALL, mean, std, interval, modulation, 20, 30, 0, EVER);
    }

    @Test
    void anAlternatingCurrentIsASineOfTheBeginningOfEachStep() throws Exception {
        Selection some = new Selection.Slice(10, 300);
        float[][] currents = currents(
                new Stimulus.Alternating("a", "probes", some, 80, 30, 25, 60, 5, 70),
                Stimulus.Current.direct("d", "probes", Selection.ALL, 7, 0, 50));
        for (int step = 0; step < currents.length; step++) {
            double t = step * 0.1;
            boolean on = step >= 50 && step < 700;
            double sine = 30 + 80 * Math.sin(2 * Math.PI * 25 * t / 1000 + Math.PI / 3);
            for (int i = 0; i < NEURONS; i++) {
                double expected = (on && i >= 10 && i < 300 ? sine : 0) + (step < 500 ? 7 : 0);
                assertEquals(expected, currents[step][i], 1e-4, "step " + step + ", neuron " + i);
            }
        }
    }

    @Test
    void noiseIsNormalAndIndependentFromNeuronToNeuronAndIntervalToInterval() throws Exception {
        float[][] currents = currents(noise(50, 20, 0, 0.5));
        int intervals = 200;
        double[] all = new double[intervals * NEURONS];
        double neighbours = 0;
        double successive = 0;
        for (int step = 0; step < 1000; step++) {
            for (int i = 0; i < NEURONS; i++) {
                int at = step / 5 * NEURONS + i;
                double z = (currents[step][i] - 50) / 20;
                if (step % 5 > 0) {
                    assertEquals(all[at], z, 0, "the current stays for an interval");
                    continue;
                }
                all[at] = z;
                neighbours += i == 0 ? 0 : z * all[at - 1];
                successive += step == 0 ? 0 : z * all[at - NEURONS];
            }
        }
        double n = all.length;
        Fit.assertDistributed("currents", all, Fit::normal);
        Fit.assertNear("neighbours", 0, neighbours / n, Math.sqrt(1 / n));
        Fit.assertNear("successive intervals", 0, successive / n, Math.sqrt(1 / n));
        double squares = java.util.Arrays.stream(all).map(z -> z * z).sum();
        Fit.assertNear("mean", 0, java.util.Arrays.stream(all).sum() / n, Math.sqrt(1 / n));
        Fit.assertNear("variance", 1, squares / n, Math.sqrt(2 / n));
    }

    @Test
    void theVarianceOfNoiseFollowsASine() throws Exception {
        float[][] currents = currents(noise(0, 20, 15, 0.1));
        double deviation = Math.sqrt(2.0 / NEURONS);
        for (int step = 0; step < 1000; step += 7) {
            double variance = 400 + 225 * Math.sin(2 * Math.PI * 20 * step * 0.1 / 1000 + Math.PI / 6);
            double squares = 0;
            for (float current : currents[step]) {
                squares += current * current;
            }
            Fit.assertNear("step " + step, 1, squares / NEURONS / variance, deviation);
        }
    }

    @Test
    void noiseReachesChosenNeuronsBetweenStartAndStop() throws Exception {
        Selection some = new Selection.Listed(List.of(33, 40, 255));
        float[][] currents = currents(new Stimulus.Noise("n", "probes", some, 5, 1, 1, 0, 0, 0, 10.3, 50.5));
        for (int step = 0; step < currents.length; step++) {
            for (int i = 0; i < NEURONS; i++) {
                boolean on = step >= 103 && step < 505 && (i == 33 || i == 40 || i == 255);
                assertEquals(on, currents[step][i] != 0, "step " + step + ", neuron " + i);
            }
        }
        // Intervals begin at the start; the last one is cut short.
        for (int step = 104; step < 505; step++) {
            boolean same = currents[step][40] == currents[step - 1][40];
            assertEquals((step - 103) % 10 != 0, same, "step " + step);
        }
    }

    @Test
    void aStepCurrentFlowsBetweenStartAndStopOnly() throws Exception {
        List<Double> times = List.of(5.0, 10.0, 20.0, 40.0);
        List<Double> amplitudes = List.of(100.0, 200.0, 300.0, 400.0);
        for (double[] window : new double[][] {{0, EVER}, {0, 30}, {10, 40}, {12, 50}, {2, 4}, {12, 13}, {50, EVER}}) {
            float[][] currents = currents(
                    new Stimulus.Current("c", "probes", Selection.ALL, times, amplitudes, window[0], window[1]));
            for (int step = 0; step < currents.length; step++) {
                double t = step / 10.0; // the step begins here
                double given = t < 5 ? 0 : t < 10 ? 100 : t < 20 ? 200 : t < 40 ? 300 : 400;
                double expected = t >= window[0] && t < window[1] ? given : 0;
                assertEquals(expected, currents[step][7], window[0] + " to " + window[1] + " ms, step " + step);
            }
        }
    }

    @Test
    void currentsOfSeveralStimuliAddUp() throws Exception {
        float[][] noise = currents(noise(0, 20, 0, 1));
        float[][] both = currents(
                noise(0, 20, 0, 1),
                new Stimulus.Current(
                        "c", "probes", new Selection.Slice(0, 200), List.of(0.0, 30.0), List.of(100.0, -50.0)),
                new Stimulus.Alternating("a", "probes", Selection.ALL, 10, 0, 0, 90, 0, EVER));
        for (int step = 0; step < both.length; step++) {
            for (int i = 0; i < NEURONS; i++) {
                double more = 10 + (i < 200 ? step < 300 ? 100 : -50 : 0);
                assertEquals(noise[step][i] + more, both[step][i], 1e-4);
            }
        }
        assertTrue(both[0][0] != both[0][1]);
    }
}
