package org.ganglion.io.analysis;

import java.util.Arrays;

/**
 * What the recorded neurons of a population did in a part of a run.
 *
 * @param population its name
 * @param window the part of the run
 * @param counts spikes of each recorded neuron
 * @param cvs coefficient of variation of the intervals between spikes, of each neuron with at least 10 spikes (of at most
 *     20,000 neurons)
 * @param intervals between successive spikes of a neuron, in ms (of at most 20,000 neurons)
 * @param binSteps length of a bin of {@code binned}
 * @param binned spikes of all recorded neurons in each bin of the window that is whole
 * @param correlations coefficient of each pair of at most 200 neurons, of their spikes in bins of 2 ms; neurons that were
 *     silent are left out
 * @param marks spikes of at most 880 neurons
 */
public record Activity(
        String population,
        StepWindow window,
        int[] counts,
        double[] cvs,
        Histogram intervals,
        long binSteps,
        int[] binned,
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
        return spikes() / (neurons() * window.seconds());
    }

    /** Spikes per second of each recorded neuron. */
    public double[] ratesHz() {
        return Arrays.stream(counts).mapToDouble(n -> n / window.seconds()).toArray();
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
     * independently at random, more where they spike together. NaN where there were no spikes.
     */
    public double synchrony() {
        int joined = synchronyBins();
        int bins = binned.length / joined;
        double sum = 0;
        double squares = 0;
        for (int b = 0; b < bins; b++) {
            double count = Arrays.stream(binned, b * joined, (b + 1) * joined)
                    .asLongStream()
                    .sum();
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

    /** Spikes per neuron and second in each bin of {@code joined} bins of {@link #binned}; a rest at the end is left out. */
    public double[] rateHz(int joined) {
        double[] rates = new double[binned.length / joined];
        for (int b = 0; b < rates.length; b++) {
            long count = Arrays.stream(binned, b * joined, (b + 1) * joined)
                    .asLongStream()
                    .sum();
            rates[b] = count * 1000.0 / (neurons() * joined * binMs());
        }
        return rates;
    }

    /** Spectrum of the rate of the population, in Hz squared per Hz. */
    public Spectrum spectrum() {
        return neurons() == 0 ? Spectrum.of(new double[0], 1) : Spectrum.of(rateHz(1), 1000 / binMs());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }
}
