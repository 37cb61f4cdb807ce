package org.ganglion.cli.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganglion.io.record.SpikeFollower;
import org.ganglion.network.Experiment;
import org.ganglion.network.RunSettings;

/**
 * What the page shows of spikes: counts by population over the whole run, and the latest spikes of sampled neurons. Its
 * size is bounded, whatever the run does; what is too much is left out and counted.
 */
final class SpikeView implements SpikeFollower.Sink {
    private static final int MOST_BINS = 500;

    /** Spikes that somebody who comes later is shown at once. */
    static final int MOST_KEPT = 24_000;

    private final SampledRows rows;
    private final double dtMs;
    private final int binSteps;
    private final long[][] counts; // [bin][population]
    private final LatestSpikes latest = new LatestSpikes();
    private final long[] kept = new long[2 * MOST_KEPT]; // step and row of each, written round and round
    private long keptSize; // ever
    private int bins; // that have been told
    private int firstBin; // which is known in full

    SpikeView(Experiment experiment) {
        RunSettings settings = experiment.settings();
        this.rows = new SampledRows(experiment);
        this.dtMs = settings.dtMs();
        this.binSteps = binSteps(settings);
        int size = (int) ((settings.endStep() + binSteps - 1) / binSteps);
        this.firstBin = (int) ((settings.warmUpSteps() + binSteps - 1) / binSteps); // nothing is recorded before
        this.counts = new long[size + 1][rows.populations()];
    }

    /** A round number of ms, such that the run has not too many bins. */
    private static int binSteps(RunSettings settings) {
        double atLeastMs = Math.max(1, settings.endStep() * settings.dtMs() / MOST_BINS);
        double binMs = 1;
        for (int i = 0; binMs < atLeastMs; i++) {
            binMs *= i % 3 == 1 ? 2.5 : 2; // 1, 2, 5, 10, 20, 50, ...
        }
        return (int) Math.max(1, Math.round(binMs / settings.dtMs()));
    }

    SampledRows rows() {
        return rows;
    }

    double binMs() {
        return binSteps * dtMs;
    }

    @Override
    public void spikes(long step, int[] neurons, int count) {
        long[] bin = counts[(int) Math.min(counts.length - 1, step / binSteps)];
        for (int i = 0; i < count; i++) {
            bin[rows.population(neurons[i])]++;
            int row = rows.row(neurons[i]);
            if (row >= 0) {
                latest.add(step, row);
            }
        }
    }

    /** Spikes since this was last asked that are too many to be shown. */
    int takeLeft() {
        return latest.takeLeft();
    }

    /** Step and row of each spike to be shown since this was last asked. */
    long[] takeShown() {
        long[] shown = latest.take();
        for (int i = 0; i < shown.length; i += 2) {
            int at = 2 * (int) (keptSize++ % MOST_KEPT);
            kept[at] = shown[i];
            kept[at + 1] = shown[i + 1];
        }
        return shown;
    }

    /** Step and row of each of the latest spikes, for who comes later. */
    long[] kept() {
        int size = (int) Math.min(keptSize, MOST_KEPT);
        return Arrays.copyOf(kept, 2 * size);
    }

    /** What lies before a step is not known in full, and gives no rates. */
    void missed(long step) {
        firstBin = (int) Math.max(firstBin, step / binSteps + 1);
    }

    /**
     * Rates of bins that have become complete since this was last asked.
     *
     * @param complete step below which all spikes are here
     */
    Rates takeRates(long complete) {
        int whole = (int) Math.min(counts.length - 1, complete / binSteps);
        int from = bins;
        bins = Math.max(bins, whole);
        return rates(from);
    }

    /** Rates of all bins that have been told, for who comes later. */
    Rates toldRates() {
        return rates(0);
    }

    private Rates rates(int from) {
        List<List<Double>> hertz = new ArrayList<>();
        for (int bin = from; bin < bins; bin++) {
            List<Double> ofBin = new ArrayList<>();
            for (int p = 0; p < rows.populations(); p++) {
                double neuronSeconds = rows.recorded(p) * binMs() / 1000;
                boolean known = bin >= firstBin && neuronSeconds > 0;
                ofBin.add(known ? Math.round(100 * counts[bin][p] / neuronSeconds) / 100.0 : Double.NaN);
            }
            hertz.add(ofBin);
        }
        return new Rates(from, hertz);
    }

    /**
     * Spikes per neuron and second.
     *
     * @param first number of the first bin
     * @param hertz {@code [bin][population]}; NaN where they are not known
     */
    record Rates(int first, List<List<Double>> hertz) {}
}
