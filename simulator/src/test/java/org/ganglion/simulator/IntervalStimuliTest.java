package org.ganglion.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ganglion.network.Rate;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.Stimulus;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.spec.DescribedFile;
import org.junit.jupiter.api.Test;

/** Gamma processes, pulse packets and recorded trains against their distributions. */
class IntervalStimuliTest {
    private static final double EVER = Double.POSITIVE_INFINITY;
    private static final RunSettings SETTINGS =
            RunSettings.DEFAULT.withSeed(11).withDtMs(0.05).withDurationMs(600);
    private static final int NEURONS = 300;
    private static final int INTERVALS = 10; // of each neuron, so few that a neuron has them all

    private static Stimulus gamma(Rate rate, double order) {
        return new Stimulus.Gamma("g", "relays", Selection.ALL, rate, order, true, 1, 0, EVER);
    }

    /** The first intervals of all neurons, in expected spikes; the first from time 0. */
    private static double[] intervals(Trains trains, DoubleUnaryOperator expected) {
        double[] intervals = new double[NEURONS * INTERVALS];
        for (int i = 0; i < NEURONS; i++) {
            double[] times = trains.timesMs(i);
            double before = 0;
            for (int k = 0; k < INTERVALS; k++) {
                double now = expected.applyAsDouble(times[k]);
                intervals[INTERVALS * i + k] = now - before;
                before = now;
            }
        }
        return intervals;
    }

    @Test
    void intervalsAtAConstantRateHaveAGammaDistribution() throws Exception {
        for (int order : new int[] {1, 3, 10}) {
            Trains trains = Trains.of(NEURONS, SETTINGS, 1, gamma(new Rate.Constant(50), order));
            double[] intervals = intervals(trains, ms -> ms * 50e-3);
            Fit.assertDistributed("order " + order, intervals, x -> x <= 0 ? 0 : Fit.erlang(order, order * x));
            double successive = 0;
            double neighbours = 0;
            for (int i = INTERVALS; i < intervals.length; i++) {
                successive += i % INTERVALS == 0 ? 0 : (intervals[i] - 1) * (intervals[i - 1] - 1);
                neighbours += (intervals[i] - 1) * (intervals[i - INTERVALS] - 1);
            }
            double n = intervals.length;
            Fit.assertNear("successive, order " + order, 0, successive * order / n, Math.sqrt(0.9 / n));
            Fit.assertNear("neighbours, order " + order, 0, neighbours * order / n, Math.sqrt(1 / n));
        }
    }

    /** Time rescaling: in time that runs in proportion to the rate, a process is one of constant rate. */
    @Test
    void intervalsAtAChangingRateHaveAGammaDistributionInTheTimeOfTheRate() throws Exception {
        Wave wave = new Wave(60, 55, 80);
        Trains trains = Trains.of(NEURONS, SETTINGS, 1, gamma(new Rate.Course(wave), 4));
        Fit.assertDistributed("formula", intervals(trains, wave::integral), x -> x <= 0 ? 0 : Fit.erlang(4, 4 * x));

        Trains sine = Trains.of(NEURONS, SETTINGS, 1, gamma(new Rate.Sinusoid(60, 55, 12.5, 0), 4));
        assertArrayEquals(trains.spikes(), sine.spikes(), "a sine is the same as its formula");

        Rate steps = new Rate.Steps(List.of(20.0, 60.0, 100.0), List.of(100.0, 0.0, 50.0));
        Trains stepped = Trains.of(NEURONS, SETTINGS, 1, gamma(steps, 2));
        DoubleUnaryOperator expected = ms -> 100e-3 * Math.clamp(ms - 20, 0.0, 40.0) + 50e-3 * Math.max(0, ms - 100);
        Fit.assertDistributed("steps", intervals(stepped, expected), x -> x <= 0 ? 0 : Fit.erlang(2, 2 * x));
    }

    /** Without the sums being off by more than the renewal theorem says: a process of order k has 1/k of Poisson's spread. */
    @Test
    void countsOfARegularProcessSpreadLessThanPoissonCounts() throws Exception {
        Trains trains = Trains.of(NEURONS, SETTINGS, 1, gamma(new Rate.Constant(200), 5));
        double total = 0;
        double squares = 0;
        for (int i = 0; i < NEURONS; i++) {
            double count = trains.steps(i).length;
            total += count;
            squares += count * count;
        }
        double mean = total / NEURONS;
        double fano = (squares / NEURONS - mean * mean) / mean;
        // Beginning with a spike: 120 expected ones, less (1 - 1/k) / 2.
        Fit.assertNear("mean", 120 - 0.4, mean, Math.sqrt(120.0 / 5 / NEURONS));
        Fit.assertNear("Fano factor", 0.2, fano, 0.2 * Math.sqrt(2.0 / NEURONS));
    }

    @Test
    void aCommonProcessIsTheSameForAll() throws Exception {
        Rate rate = new Rate.Constant(100);
        Trains trains = Trains.of(
                NEURONS,
                SETTINGS,
                2,
                new Stimulus.Gamma("g/a", "relays", Selection.ALL, rate, 3, false, 1, 0, EVER),
                new Stimulus.Gamma("g/b", "others", Selection.ALL, rate, 3, false, 1, 0, EVER));
        assertTrue(trains.steps(0).length > 40);
        for (int i = 1; i < NEURONS + 40; i++) {
            assertArrayEquals(trains.steps(0), trains.steps(i), "neuron " + i);
        }
    }

    @Test
    void aProcessBeginsAtItsStartAndEndsAtItsStop() throws Exception {
        Selection some = new Selection.Listed(List.of(1, 64, 299));
        Trains trains = Trains.of(
                NEURONS,
                SETTINGS,
                1,
                new Stimulus.Gamma("g", "relays", some, new Rate.Constant(500), 1e5, true, 1, 100, 109));
        for (int neuron : new int[] {1, 64, 299}) {
            // So regular that spikes come every 2 ms, but for 1/sqrt(order) of that.
            double[] times = trains.timesMs(neuron);
            assertEquals(4, times.length, "neuron " + neuron);
            for (int k = 0; k < times.length; k++) {
                assertEquals(102 + 2 * k, times[k], 0.1);
            }
        }
        assertEquals(12, trains.spikes().length, "others get none");
    }

    @Test
    void spikesOfPacketsAreNormalAroundTheirCenters() throws Exception {
        double sdev = 4;
        Stimulus packets = new Stimulus.PulsePacket(
                "p", "relays", Selection.ALL, List.of(100.0, 300.0), 20, sdev, true, 1, 0, EVER);
        Trains trains = Trains.of(NEURONS, SETTINGS, 1, packets);
        double[] from = new double[2 * 20 * NEURONS];
        double correlation = 0;
        int count = 0;
        for (int i = 0; i < NEURONS; i++) {
            double[] times = trains.timesMs(i);
            assertEquals(40, times.length, "spikes of neuron " + i);
            double[] means = new double[2];
            for (double time : times) {
                double away = time - (time < 200 ? 100 : 300);
                from[count++] = away;
                means[time < 200 ? 0 : 1] += away / 20;
            }
            correlation += means[0] * means[1];
        }
        Fit.assertDistributed("times", from, ms -> Fit.normal(ms / sdev));
        Fit.assertNear(
                "packets of one neuron", 0, correlation / NEURONS / (sdev * sdev / 20), Math.sqrt(1.0 / NEURONS));
        assertFalse(Arrays.equals(trains.steps(0), trains.steps(1)));
    }

    @Test
    void packetsAreTheSameForAllUnlessToldOtherwise() throws Exception {
        Trains trains = Trains.of(
                NEURONS,
                SETTINGS,
                3,
                new Stimulus.PulsePacket("p/a", "relays", Selection.ALL, List.of(50.0), 600, 5, false, 1, 0, EVER),
                new Stimulus.PulsePacket("p/b", "others", Selection.ALL, List.of(50.0), 600, 5, false, 1, 0, EVER));
        double[] times = trains.timesMs(0);
        for (int i = 1; i < NEURONS + 40; i++) {
            assertArrayEquals(trains.steps(0), trains.steps(i), "neuron " + i);
        }
        Fit.assertDistributed("times", times, ms -> Fit.normal((ms - 50) / 5));
    }

    @Test
    void spikesOfPacketsOutsideTheirTimeAreLeftOut() throws Exception {
        for (boolean individual : new boolean[] {true, false}) {
            Stimulus packet = new Stimulus.PulsePacket(
                    "p", "relays", Selection.ALL, List.of(0.0, 50.0), 100, 5, individual, 1, 0, 50);
            Trains trains = Trains.of(NEURONS, SETTINGS, 1, packet);
            for (int i = 0; i < NEURONS; i++) {
                double[] times = trains.timesMs(i);
                assertTrue(times[times.length - 1] < 50, "neuron " + i);
                Fit.assertNear("about a half of each, neuron " + i, 100, times.length, Math.sqrt(50));
            }
        }
        // A packet without spread: all at once, in the step that ends then.
        Stimulus sharp = new Stimulus.PulsePacket("p", "relays", Selection.ALL, List.of(50.0), 3, 0, true, 1, 0, EVER);
        assertArrayEquals(
                new long[] {999, 999, 999},
                Trains.of(NEURONS, SETTINGS, 1, sharp).steps(7));
    }

    /** A spike at t with delay d acts in the step that ends at t + d, and its time is in the step that ends behind it. */
    @Test
    void spikesOfAFileComeInTheStepThatTheirTimeAndDelayEndIn() throws Exception {
        DescribedFile file = new DescribedFile(Path.of("a.csv"), "0".repeat(64));
        RunSettings settings = SETTINGS.withDtMs(0.1).withDurationMs(20);
        SpikeTimes times = SpikeTimes.ofEach(
                file, "", new int[] {5, 0, 5, 299, 5, 5}, new long[] {3000, 100, 1201, 19_900, 3000, 1200});
        for (int groups : new int[] {1, 3}) {
            Trains trains = Trains.of(
                    NEURONS,
                    settings,
                    groups,
                    new Stimulus.RecordedTrains("t", "relays", new Selection.Slice(0, 290), times, 1, 0.2));
            // 3.0 + 0.2 ms end step 31; 1.200 ms ends step 11 and 1.201 ms lies in step 12: 13 and 14 with the delay.
            assertArrayEquals(new long[] {13, 14, 31, 31}, trains.steps(5), groups + " groups");
            assertArrayEquals(new long[] {2}, trains.steps(0));
            assertEquals(5, trains.spikes().length, "neuron 299 is not chosen");
        }
        SpikeTimes same = SpikeTimes.ofAll(file, "", new long[] {500, 500, 400});
        Trains common =
                Trains.of(NEURONS, settings, 1, new Stimulus.RecordedTrains("t", "relays", Selection.ALL, same, 1, 0));
        assertArrayEquals(new long[] {3, 4, 4}, common.steps(123));
    }

    /** At 0.001 ms a step, 2,147 s are 2^31 steps, of which no run has more, and 4,295 s are 2^32. */
    @Test
    void spikesBehindTheEndOfAnyRunChangeNothing() throws Exception {
        DescribedFile file = new DescribedFile(Path.of("a.csv"), "0".repeat(64));
        RunSettings settings = SETTINGS.withDtMs(0.001).withDurationMs(1);
        long half = 1L << 31;
        long whole = 1L << 32;
        int[] neurons = {3, 3, 100, 299};
        long[] tics = {200, 700, 500, 1};
        SpikeTimes near = SpikeTimes.ofEach(file, "near", neurons, tics);
        int[] more = {3, 3, 100, 299, 3, 7, 299};
        for (long behind : new long[] {half - 2, half, half + 100, whole - 1, whole, whole + 300, Long.MAX_VALUE - 9}) {
            long[] those = Arrays.copyOf(tics, more.length);
            Arrays.fill(those, tics.length, those.length, behind);
            SpikeTimes far = SpikeTimes.ofEach(file, "far", more, those);
            for (int groups : new int[] {1, 2}) {
                long[] expected = trains(settings, groups, near).spikes();
                assertEquals(4, expected.length);
                long[] spikes = trains(settings, groups, far).spikes();
                assertArrayEquals(expected, spikes, groups + " groups, spikes at step " + behind);
            }
        }
    }

    private static Trains trains(RunSettings settings, int groups, SpikeTimes times) throws Exception {
        return Trains.of(
                NEURONS, settings, groups, new Stimulus.RecordedTrains("t", "relays", Selection.ALL, times, 1, 0.002));
    }

    /** A spread of 1,000 s has spikes behind 2^31 steps, and some behind 2^32. */
    @Test
    void spikesOfPacketsBehindTheEndOfAnyRunChangeNothing() throws Exception {
        RunSettings settings = SETTINGS.withDtMs(0.001).withDurationMs(20);
        Trains[] trains = new Trains[2];
        for (int i = 0; i < 2; i++) {
            double stopMs = i == 0 ? 20 : EVER;
            trains[i] = Trains.of(
                    10,
                    settings,
                    1,
                    new Stimulus.PulsePacket(
                            "p", "relays", Selection.ALL, List.of(0.0), 40_000, 1e6, true, 1, 0, stopMs));
        }
        assertTrue(trains[0].spikes().length > 0, "the packet has none in the run");
        assertArrayEquals(trains[0].spikes(), trains[1].spikes());
    }

    /** As NEST's spike_generator: active in (start, stop], by the time of the spike and not by that of its effect. */
    @Test
    void trainsEmitSpikesAfterTheStartAndUpToTheStop() throws Exception {
        DescribedFile file = new DescribedFile(Path.of("a.csv"), "0".repeat(64));
        RunSettings settings = SETTINGS.withDtMs(0.1).withDurationMs(20);
        SpikeTimes each = SpikeTimes.ofEach(
                file, "", new int[] {5, 5, 5, 0, 5, 5, 9}, new long[] {1000, 1001, 3000, 999, 3001, 2500, 1000});
        for (int groups : new int[] {1, 3}) {
            Trains trains = Trains.of(
                    NEURONS,
                    settings,
                    groups,
                    new Stimulus.RecordedTrains("t", "relays", Selection.ALL, each, 1, 0.2, 1, 3));
            // 1.001, 2.5 and 3.0 ms end in steps 11, 25 and 30; with the delay of 2 steps they act in the ones that end
            // then.
            assertArrayEquals(new long[] {12, 26, 31}, trains.steps(5), groups + " groups");
            assertEquals(3, trains.spikes().length, "those at the start are left out");
        }
        List<Double> times = List.of(0.0, 1.0, 1.1, 2.9, 3.0, 3.1);
        assertArrayEquals(new long[] {12, 30, 31}, given(settings, times, 1, 3));
        assertArrayEquals(new long[] {1, 11, 12}, given(settings, times, 0, 2.8), "a start at 0 leaves out none");
        assertArrayEquals(new long[] {32}, given(settings, times, 3, EVER));
        assertArrayEquals(new long[] {}, given(settings, times, 4, EVER));
    }

    /** Steps of the spikes of a train with a delay of 0.2 ms. */
    private static long[] given(RunSettings settings, List<Double> timesMs, double startMs, double stopMs)
            throws Exception {
        return Trains.of(
                        NEURONS,
                        settings,
                        1,
                        new Stimulus.SpikeTrain(
                                "t", "relays", Selection.ALL, timesMs, 1, 0.2, startMs, stopMs, Receptor.BY_SIGN))
                .steps(7);
    }
}
