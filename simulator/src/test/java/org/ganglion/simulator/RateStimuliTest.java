package org.ganglion.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ganglion.network.Rate;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.spec.Formula;
import org.junit.jupiter.api.Test;

/** Poisson spikes whose rate changes, and correlated ones, against their distributions. */
class RateStimuliTest {
    private static final double EVER = Double.POSITIVE_INFINITY;
    private static final RunSettings SETTINGS =
            RunSettings.DEFAULT.withSeed(11).withDtMs(0.5).withDurationMs(400);
    private static final int NEURONS = 500;

    private static Stimulus poisson(Rate rate) {
        return new Stimulus.ModulatedPoisson("s", "relays", Selection.ALL, rate, true, 1, 0, EVER);
    }

    private static Trains trains(Stimulus... stimuli) throws Exception {
        return Trains.of(NEURONS, SETTINGS, 1, stimuli);
    }

    /** The counts of all neurons in steps of one rate are Poisson, and those of a neuron and of a step add up to it. */
    @Test
    void countsInStepsOfOneRateArePoisson() throws Exception {
        Rate rate = new Rate.Steps(List.of(50.0, 150.0, 300.0), List.of(200.0, 3000.0, 0.0));
        int[][] counts = trains(poisson(rate)).counts();
        assertEquals(0, sum(counts, 0, 100), "before the first time");
        assertEquals(0, sum(counts, 600, 800), "after the last change");
        for (double[] phase : new double[][] {{100, 300, 0.1}, {300, 600, 1.5}}) {
            int first = (int) phase[0];
            int end = (int) phase[1];
            double mean = phase[2]; // of a step of 0.5 ms
            String what = "mean " + mean;
            long[] histogram = new long[20];
            long[] ofNeuron = new long[NEURONS];
            double successive = 0;
            double neighbours = 0;
            for (int step = first; step < end; step++) {
                for (int i = 0; i < NEURONS; i++) {
                    histogram[counts[step][i]]++;
                    ofNeuron[i] += counts[step][i];
                    successive += step == first ? 0 : (counts[step][i] - mean) * (counts[step - 1][i] - mean);
                    neighbours += i == 0 ? 0 : (counts[step][i] - mean) * (counts[step][i - 1] - mean);
                }
            }
            double n = (double) NEURONS * (end - first);
            Fit.assertCounts(what, histogram, k -> n * Fit.poisson(k, mean), 0);
            Fit.assertCounts(what + ", neurons", ofNeuron, _ -> mean * (end - first), 0);
            Fit.assertNear(what + ", successive", 0, successive / n / mean, Math.sqrt(1 / n));
            Fit.assertNear(what + ", neighbours", 0, neighbours / n / mean, Math.sqrt(1 / n));
        }
    }

    private static long sum(int[][] counts, int first, int end) {
        return Arrays.stream(counts, first, end)
                .flatMapToInt(Arrays::stream)
                .asLongStream()
                .sum();
    }

    @Test
    void aFormulaIsFollowedStepByStep() throws Exception {
        Wave wave = new Wave(400, 390, 70);
        long[] counts = trains(poisson(new Rate.Course(wave))).perStep();
        double dt = SETTINGS.dtMs();
        // The rate in the middle of a step, times its length, is its integral but for terms of the third order.
        Fit.assertCounts("wave", counts, s -> NEURONS * (wave.integral((s + 1) * dt) - wave.integral(s * dt)), 0);
    }

    @Test
    void aSineHasAmplitudeAndPhaseAndIsCutOffAtZero() throws Exception {
        // 5 periods of 80 ms. With phase 90 the rate is 300 + 200 cos(w t).
        long[] counts = trains(poisson(new Rate.Sinusoid(300, 200, 12.5, 90))).perStep();
        double total = 0;
        double cosine = 0;
        double sine = 0;
        for (int step = 0; step < counts.length; step++) {
            double angle = 2 * Math.PI * (step + 0.5) * 0.5 / 80;
            total += counts[step];
            cosine += counts[step] * Math.cos(angle);
            sine += counts[step] * Math.sin(angle);
        }
        double seconds = NEURONS * 0.4;
        Fit.assertNear("mean", 300, total / seconds, Math.sqrt(300 / seconds));
        Fit.assertNear("in phase", 200, 2 * cosine / seconds, Math.sqrt(2 * 300 / seconds));
        Fit.assertNear("out of phase", 0, 2 * sine / seconds, Math.sqrt(2 * 300 / seconds));

        long[] half = trains(poisson(new Rate.Sinusoid(0, 500, 12.5, 0))).perStep();
        for (int step = 0; step < half.length; step++) {
            assertTrue(step % 160 < 80 || half[step] == 0, "the sine is negative in step " + step);
        }
        Fit.assertNear("half", 500 / Math.PI * seconds, Arrays.stream(half).sum(), Math.sqrt(500 / Math.PI * seconds));
    }

    @Test
    void spikesComeBetweenStartAndStopOntoChosenNeurons() throws Exception {
        Selection some = new Selection.Slice(100, 163);
        Stimulus stimulus =
                new Stimulus.ModulatedPoisson("s", "relays", some, Wave.rate(800, 0, 1), true, 1, 100, 101.5);
        int[][] counts = trains(stimulus).counts();
        for (int step = 0; step < counts.length; step++) {
            for (int i = 0; i < NEURONS; i++) {
                boolean there = step >= 200 && step < 203 && i >= 100 && i < 163;
                assertTrue(there || counts[step][i] == 0, "step " + step + ", neuron " + i);
            }
        }
        double expected = 0.4 * 3 * 63;
        Fit.assertNear("spikes", expected, sum(counts, 200, 203), Math.sqrt(expected));
    }

    /** A mean above 32 is drawn as a sum of draws. */
    @Test
    void largeRatesAreDrawnInParts() throws Exception {
        Rate rate = new Rate.Steps(List.of(0.0, 100.0), List.of(200_000.0, 10.0));
        int[][] counts = trains(poisson(rate)).counts();
        double n = NEURONS * 200.0;
        double squares = 0;
        double total = 0;
        for (int step = 0; step < 200; step++) {
            for (int count : counts[step]) {
                total += count;
                squares += (count - 100.0) * (count - 100.0);
            }
        }
        Fit.assertNear("mean", 100, total / n, Math.sqrt(100 / n));
        Fit.assertNear("variance", 100, squares / n, Math.sqrt((2 * 100 * 100 + 100) / n));
    }

    @Test
    void commonSpikesAreTheSameForAllThatAreNamedAlike() throws Exception {
        Rate rate = Wave.rate(200, 100, 50);
        Trains trains = trains(
                new Stimulus.ModulatedPoisson("other", "others", Selection.ALL, rate, false, 1, 0, EVER),
                new Stimulus.ModulatedPoisson("s/a", "relays", Selection.ALL, rate, false, 1, 0, EVER),
                new Stimulus.ModulatedPoisson("s/b", "others", new Selection.Slice(30, 40), rate, false, 1, 0, EVER));
        long[] one = trains.steps(0);
        Fit.assertNear("spikes", new Wave(200, 100, 50).integral(400), one.length, Math.sqrt(80));
        for (int i = 1; i < NEURONS; i++) {
            assertArrayEquals(one, trains.steps(i), "neuron " + i);
        }
        long[] other = trains.steps(NEURONS + 5);
        long[] both = java.util.stream.LongStream.concat(Arrays.stream(one), Arrays.stream(other))
                .sorted()
                .toArray();
        assertFalse(Arrays.equals(one, other), "under another name");
        assertArrayEquals(both, trains.steps(NEURONS + 35), "a neuron of the others that gets both");
    }

    @Test
    void copiesOfAMotherProcessHaveItsRateAndCorrelation() throws Exception {
        double p = 0.3;
        double mean = 0.2; // of the mother in a step of 0.5 ms
        RunSettings settings = SETTINGS.withDurationMs(5000);
        Stimulus mip = new Stimulus.Mip("m", "relays", Selection.ALL, 400, p, 1, 0, EVER);
        int size = 100;
        int[][] counts = Trains.of(size, settings, 1, mip).counts();
        int steps = counts.length;
        long[] histogram = new long[10];
        double total = 0;
        double squares = 0;
        double own = 0;
        double successive = 0;
        double before = 0;
        for (int[] step : counts) {
            int sum = Arrays.stream(step).sum();
            histogram[step[17]]++;
            total += sum;
            squares += (sum - size * p * mean) * (sum - size * p * mean);
            own += Arrays.stream(step)
                    .mapToDouble(c -> (c - p * mean) * (c - p * mean))
                    .sum();
            successive += (sum - size * p * mean) * before;
            before = sum - size * p * mean;
        }
        Fit.assertCounts("one neuron", histogram, k -> steps * Fit.poisson(k, p * mean), 0);
        // The sum over neurons is compound Poisson: its cumulants are the mean times moments of a binomial number.
        double second = mean * moment(size, p, 2);
        double fourth = mean * moment(size, p, 4);
        double deviation = Math.sqrt((fourth + 2 * second * second) / steps);
        Fit.assertNear("rate", size * p * mean, total / steps, Math.sqrt(second / steps));
        Fit.assertNear("variance of the sum", second, squares / steps, deviation);
        double correlation = (squares - own) / (own * (size - 1));
        Fit.assertNear("correlation", p, correlation, deviation / (size * (size - 1) * p * mean));
        Fit.assertNear("successive steps", 0, successive / steps / second, Math.sqrt(1.0 / steps));
    }

    private static double moment(int n, double p, int power) {
        double sum = 0;
        double probability = Math.pow(1 - p, n);
        for (int k = 0; k <= n; k++) {
            sum += probability * Math.pow(k, power);
            probability *= p / (1 - p) * (n - k) / (k + 1);
        }
        return sum;
    }

    @Test
    void allOrNoneOfTheMothersSpikesCanBeCopied() throws Exception {
        Trains all = trains(
                new Stimulus.Mip("m/a", "relays", Selection.ALL, 300, 1, 1, 0, EVER),
                new Stimulus.Mip("m/b", "others", Selection.ALL, 300, 1, 1, 0, EVER));
        Fit.assertNear("spikes", 120, all.steps(0).length, Math.sqrt(120));
        assertArrayEquals(all.steps(0), all.steps(NEURONS - 1));
        assertArrayEquals(all.steps(0), all.steps(NEURONS), "the other population has the same mother");
        Trains none = trains(new Stimulus.Mip("m", "relays", Selection.ALL, 300, 0, 1, 0, EVER));
        assertEquals(0, none.spikes().length);
    }

    /** What the check before the run does not see, the run does. */
    @Test
    void aRateThatFallsBelowZeroBetweenLooksStopsTheRun() {
        Formula once = new Formula() {
            @Override
            public String variable() {
                return Rate.TIME;
            }

            @Override
            public String text() {
                return "10 Hz, but for one step";
            }

            @Override
            public double at(double ms) {
                return Math.abs(ms - 1234.75) < 1e-6 ? -1 : 10;
            }
        };
        RunSettings settings = SETTINGS.withDurationMs(20_000);
        String message = assertThrows(
                        SimulationException.class, () -> Trains.of(40, settings, 1, poisson(new Rate.Course(once))))
                .getMessage();
        assertTrue(message.contains("10 Hz, but for one step, is -1 Hz at t = 1234.75 ms"), message);
    }
}
