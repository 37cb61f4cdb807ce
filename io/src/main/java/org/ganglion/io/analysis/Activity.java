package org.ganglion.io.analysis;

import java.util.Arrays;

/**
 * What the recorded neurons of a population did in a part of a run.
 *
 * @param population its name
 * @param window the part of the run; recorders of some of the neurons may have recorded in a part of it only
 * @param recordedSteps for how many steps each neuron was recorded
 * @param counts spikes of each recorded neuron
 * @param cvs coefficient of variation of the intervals between spikes, of each neuron with at least 10 spikes (of at most
 *     20,000 neurons)
 * @param intervals between successive spikes of a neuron, in ms (of at most 20,000 neurons)
 * @param binSteps length of a bin of {@code binned}
 * @param binned spikes of all recorded neurons in each bin of the window that is whole
 * @param binnedSteps steps of all neurons together for which they were recorded, in each of these bins
 * @param correlations coefficient of each pair of at most 200 neurons, of their spikes in bins of 2 ms in which all neurons
 *     were recorded; neurons that were silent are left out
 * @param marks spikes of at most 880 neurons
 */
public record Activity(
        String population,
        StepWindow window,
        long[] recordedSteps,
        int[] counts,
        double[] cvs,
        Histogram intervals,
        long binSteps,
        int[] binned,
        long[] binnedSteps,
        double[] correlations,
        Marks marks) {

    /** Bins for {@link #synchrony}, as Potjans and Diesmann chose. */
    private static final double SYNCHRONY_BIN_MS = 3;

    /** Number of neurons that were recorded. */
    public int neurons() {
        return counts.length;
    }

    public long spikes() {
        return Arrays.stream(counts).asLongStream().sum();
    }

    /** Spikes per neuron and second; NaN where there is no neuron or no time. */
    public double rateHz() {
        return spikes() / seconds(Arrays.stream(recordedSteps).sum());
    }

    /** Spikes per second of each recorded neuron, while it was recorded. */
    public double[] ratesHz() {
        double[] rates = new double[counts.length];
        Arrays.setAll(rates, i -> counts[i] / seconds(recordedSteps[i]));
        return rates;
    }

    private double seconds(long steps) {
        return steps * window.dtMs() / 1000;
    }

    /** Mean coefficient of variation of intervals; NaN where no neuron had enough spikes. */
    public double cv() {
        return mean(cvs);
    }

    /** Mean coefficient of correlation; NaN where there are no pairs. */
    public double correlation() {
        return mean(correlations);
    }

    /** Length of a bin of {@link #binned}. */
    public double binMs() {
        return binSteps * window.dtMs();
    }

    /**
     * Variance of the number of spikes in bins of 3 ms over its mean, or Fano factor, as Potjans and Diesmann measured
     * synchrony (<a href="https://doi.org/10.1093/cercor/bhs358">doi:10.1093/cercor/bhs358</a>): 1 where neurons spike
     * independently at random, more where they spike together. Of bins in which all neurons were recorded; NaN where there
     * were no spikes.
     */
    public double synchrony() {
        int joined = synchronyBins();
        int bins = 0;
        double sum = 0;
        double squares = 0;
        for (int b = 0; b < binned.length / joined; b++) {
            if (recorded(b, joined) < (long) neurons() * joined * binSteps) {
                continue;
            }
            double count = spikes(b, joined);
            bins++;
            sum += count;
            squares += count * count;
        }
        double mean = sum / bins;
        return (squares / bins - mean * mean) / mean;
    }

    /** Length of the bins of {@link #synchrony}: 3 ms, or nearly so where the step does not allow it. */
    public double synchronyBinMs() {
        return synchronyBins() * binMs();
    }

    private int synchronyBins() {
        return (int) Math.max(1, Math.round(SYNCHRONY_BIN_MS / binMs()));
    }

    /**
     * Spikes per neuron and second in each bin of {@code joined} bins of {@link #binned}, of the neurons that were recorded then;
     * NaN where none was. A rest at the end is left out.
     */
    public double[] rateHz(int joined) {
        double[] rates = new double[binned.length / joined];
        Arrays.setAll(rates, b -> spikes(b, joined) / seconds(recorded(b, joined)));
        return rates;
    }

    private long spikes(int bin, int joined) {
        return Arrays.stream(binned, bin * joined, (bin + 1) * joined)
                .asLongStream()
                .sum();
    }

    private long recorded(int bin, int joined) {
        return Arrays.stream(binnedSteps, bin * joined, (bin + 1) * joined).sum();
    }

    /** Spectrum of the rate of the population, in Hz squared per Hz; empty where none was recorded for some time. */
    public Spectrum spectrum() {
        boolean gaps = Arrays.stream(binnedSteps).anyMatch(steps -> steps == 0);
        return gaps ? Spectrum.of(new double[0], 1) : Spectrum.of(rateHz(1), 1000 / binMs());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
