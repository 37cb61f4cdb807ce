package org.ganglion.io.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainStatisticsTest {
    private static final double DT_MS = 0.1;

    private static TrainStatistics all(int neurons, long first, long end) {
        return new TrainStatistics(
                "E",
                IntStream.range(0, neurons).toArray(),
                RecordedTimes.whole(neurons, new StepWindow(first, end, DT_MS)));
    }

    /** Intervals of a gamma process of whole order, which is the sum of as many exponential ones. */
    private static void gamma(TrainStatistics to, int neuron, int order, double meanSteps, long end, Random random) {
        double time = 0;
        while (true) {
            for (int i = 0; i < order; i++) {
                time -= Math.log(1 - random.nextDouble()) * meanSteps / order;
            }
            if (time >= end) {
                return;
            }
            to.spike(neuron, (long) time);
        }
    }

    @Test
    void irregularityIsThatOfTheProcess() {
        Random random = new Random(5);
        for (int order : new int[] {1, 4}) {
            TrainStatistics statistics = all(50, 0, 1_000_000);
            for (int n = 0; n < 50; n++) {
                gamma(statistics, n, order, 500, 1_000_000, random);
            }
            Activity activity = statistics.activity();
            assertEquals(1 / Math.sqrt(order), activity.cv(), 0.02, "order " + order);
            assertEquals(20, activity.rateHz(), 0.5);
            assertEquals(50, activity.cvs().length);
        }
    }

    @Test
    void aClockHasOneIntervalAndNoVariation() {
        TrainStatistics statistics = all(2, 0, 10_000);
        for (long step = 5; step < 10_000; step += 100) {
            statistics.spike(0, step);
        }
        for (long step = 0; step < 900; step += 100) {
            statistics.spike(1, step); // 9 spikes, too few for a CV
        }
        Activity activity = statistics.activity();
        assertArrayEquals(new double[] {0}, activity.cvs(), 1e-9);
        assertArrayEquals(new int[] {100, 9}, activity.counts());
        assertArrayEquals(new double[] {100, 9}, activity.ratesHz(), 1e-9);
        assertEquals(99 + 8, activity.intervals().total());
        assertEquals(99 + 8, activity.intervals().counts()[100], "all are of 10 ms");
    }

    @Test
    void longIntervalsMakeBinsWiderAndAreAllKept() {
        IntervalCounts intervals = new IntervalCounts();
        long[] steps = {0, 1, 2, 3, 4095, 4096, 20_000, 1_000_000};
        Arrays.stream(steps).forEach(intervals::add);
        Histogram histogram = intervals.histogram(1);
        assertEquals(256, histogram.width(), "4096 bins of 256 reach beyond a million, those of 128 do not");
        for (int bin = 0; bin < histogram.counts().length; bin++) {
            long low = bin * 256L;
            assertEquals(
                    Arrays.stream(steps).filter(s -> s >= low && s < low + 256).count(),
                    histogram.counts()[bin]);
        }
    }

    /** Counts of two neurons in 2 ms, straight from the definition. */
    private static double correlation(List<Long> one, List<Long> other, int bins) {
        double[] x = new double[bins];
        double[] y = new double[bins];
        one.forEach(step -> x[(int) (step / 20)]++);
        other.forEach(step -> y[(int) (step / 20)]++);
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int b = 0; b < bins; b++) {
            xy += (x[b] - meanX) * (y[b] - meanY);
            xx += (x[b] - meanX) * (x[b] - meanX);
            yy += (y[b] - meanY) * (y[b] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    void correlationsAreThoseOfTheDefinition() {
        Random random = new Random(7);
        List<List<Long>> trains = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            trains.add(random.longs(300, 0, 20_000).sorted().boxed().toList());
        }
        trains.add(trains.getFirst()); // the same as the first
        TrainStatistics statistics = all(6, 0, 20_000); // the last is silent
        for (int n = 0; n < trains.size(); n++) {
            for (long step : trains.get(n)) {
                statistics.spike(n, step);
            }
        }
        List<Double> expected = new ArrayList<>();
        for (int i = 0; i < trains.size(); i++) {
            for (int j = i + 1; j < trains.size(); j++) {
                expected.add(correlation(trains.get(i), trains.get(j), 1000));
            }
        }
        double[] found = statistics.activity().correlations();
        assertArrayEquals(expected.stream().mapToDouble(Double::doubleValue).toArray(), found, 1e-12);
        assertEquals(1, found[3], 1e-12);
    }

    @Test
    void pairsAreGivenUpWhenThereAreTooManySpikes() {
        PairCorrelations few = new PairCorrelations(1000);
        PairCorrelations all = new PairCorrelations(1_000_000);
        Random random = new Random(2);
        int[][] spikes = new int[3000][];
        Arrays.setAll(spikes, i -> new int[] {random.nextInt(16), random.nextInt(500)});
        for (int[] spike : spikes) {
            few.add(spike[0], spike[1]);
            if (spike[0] % 4 == 0) {
                all.add(spike[0], spike[1]);
            }
        }
        assertArrayEquals(all.coefficients(500), few.coefficients(500), 0, "3000 / 4 fit into 1000, 3000 / 2 do not");
        assertEquals(6, few.coefficients(500).length);
    }

    @Test
    void synchronyIsTheVarianceOfCountsOverTheirMean() {
        Random random = new Random(3);
        long[] counts = new long[1000];
        TrainStatistics statistics = all(10, 1_000, 31_000);
        long[] steps = random.longs(4000, 1_000, 31_000).sorted().toArray();
        for (long step : steps) {
            statistics.spike(random.nextInt(10), step);
            counts[(int) ((step - 1_000) / 30)]++;
        }
        statistics.spike(3, 999);
        statistics.spike(3, 31_000); // neither is in the window
        double mean = Arrays.stream(counts).average().orElseThrow();
        double variance = Arrays.stream(counts)
                .mapToDouble(c -> (c - mean) * (c - mean))
                .average()
                .orElseThrow();
        Activity activity = statistics.activity();
        assertEquals(4000, activity.spikes());
        assertEquals(variance / mean, activity.synchrony(), 1e-9);
        assertEquals(3, activity.synchronyBinMs(), 1e-9);
        assertEquals(
                4000 / (10 * 3.0), Arrays.stream(activity.rateHz(100)).average().orElseThrow(), 1e-9);
    }

    @Test
    void neuronsThatAreNotRecordedDoNotCount() {
        TrainStatistics statistics =
                new TrainStatistics("E", new int[] {0, 4, 7}, RecordedTimes.whole(3, new StepWindow(0, 100, DT_MS)));
        for (int neuron = 0; neuron < 10; neuron++) {
            statistics.spike(neuron, neuron);
        }
        Activity activity = statistics.activity();
        assertArrayEquals(new int[] {1, 1, 1}, activity.counts());
        assertTrue(activity.marks().at(1, 4) && activity.marks().at(2, 7));
        assertEquals(3, activity.marks().count());
    }

    @Test
    void aPopulationThatIsSilentOrEmptyHasNoNumbers() {
        Activity silent = all(3, 0, 1000).activity();
        assertEquals(0, silent.rateHz());
        assertTrue(Double.isNaN(silent.cv()) && Double.isNaN(silent.synchrony()) && Double.isNaN(silent.correlation()));
        Activity never = all(3, 10, 10).activity();
        assertTrue(Double.isNaN(never.rateHz()));
        assertEquals(0, never.spectrum().power().length);
    }
}
