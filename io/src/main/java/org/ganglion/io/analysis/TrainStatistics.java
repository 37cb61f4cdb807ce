package org.ganglion.io.analysis;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Takes the spikes of one population, one by one, and tells its {@link Activity}.
 *
 * <p>The spikes of a neuron come in the order of time; those of different neurons in any. All recorded neurons count where
 * counts are asked for; intervals are taken of at most {@value #MOST_TRAINS} of them and correlations of pairs among
 * {@value #MOST_PAIRED}, spread evenly over the population.
 */
final class TrainStatistics {
    /** Bins of counts, wherever the run is not too long for it. */
    static final double BIN_MS = 1;

    /** Bins for correlations: about as long as neurons are refractory. */
    static final double PAIR_BIN_MS = 2;

    static final int MOST_PAIRED = 200;
    static final int MOST_TRAINS = 20_000;
    static final int MOST_ROWS = 880;
    static final int MOST_COLUMNS = 1_800;

    /** With fewer spikes the deviation of intervals says little; the same as in the summary of a run. */
    static final int FEWEST_SPIKES = 10;

    private static final int MOST_BINS = 1 << 22;
    private static final int MOST_PAIRED_SPIKES = 1 << 21;

    private final String population;
    private final int[] neurons; // recorded ones, ascending
    private final RecordedTimes times;
    private final StepWindow window;
    private final int[] counts; // [recorded neuron]
    private final int[] trainOf; // [recorded neuron] -> train, or -1
    private final int[] pairedOf; // likewise
    private final int[] rowOf; // likewise
    private final long[] last; // [train] step of the last spike, or -1
    private final int[] taken; // [train] intervals
    private final long[] sums; // [train] of intervals
    private final double[] squares; // [train] of intervals
    private final IntervalCounts intervals = new IntervalCounts();
    private final int[] binned; // spikes of all neurons in each bin
    private final long binSteps;
    private final long pairBinSteps;
    private final BitSet pairBins = new BitSet(); // those in which all neurons were recorded
    private final PairCorrelations pairs = new PairCorrelations(MOST_PAIRED_SPIKES);
    private final int columns;
    private final BitSet marks = new BitSet();

    /** @param neurons those that are recorded, ascending */
    TrainStatistics(String population, int[] neurons, RecordedTimes times) {
        this.population = population;
        this.neurons = neurons;
        this.times = times;
        this.window = times.window();
        this.counts = new int[neurons.length];
        int trains = Math.min(neurons.length, MOST_TRAINS);
        this.trainOf = spread(neurons.length, trains);
        this.pairedOf = spread(neurons.length, Math.min(neurons.length, MOST_PAIRED));
        this.rowOf = spread(neurons.length, Math.min(neurons.length, MOST_ROWS));
        this.last = new long[trains];
        Arrays.fill(last, -1);
        this.taken = new int[trains];
        this.sums = new long[trains];
        this.squares = new double[trains];
        long fine = Math.max(1, Math.round(BIN_MS / window.dtMs()));
        this.binSteps = fine * Math.max(1, (window.steps() / fine + MOST_BINS - 1) / MOST_BINS);
        this.binned = new int[(int) (window.steps() / binSteps)];
        this.pairBinSteps = Math.max(1, Math.round(PAIR_BIN_MS / window.dtMs()));
        for (int bin = 0; bin < window.steps() / pairBinSteps; bin++) {
            long first = window.first() + bin * pairBinSteps;
            pairBins.set(bin, times.ofAll(first, first + pairBinSteps));
        }
        this.columns = (int) Math.max(1, Math.min(MOST_COLUMNS, window.steps()));
    }

    /** Which neurons are taken where not all are: of equal parts of all, the one in the middle. */
    private static int[] spread(int all, int taken) {
        int[] of = new int[all];
        Arrays.fill(of, -1);
        for (int i = 0; i < taken; i++) {
            of[(int) ((2L * i + 1) * all / (2L * taken))] = i;
        }
        return of;
    }

    /** Takes a spike; one that is outside the window, or of a neuron that is not recorded, is passed over. */
    void spike(int neuron, long step) {
        int at = neurons.length > neuron && neurons[neuron] == neuron ? neuron : Arrays.binarySearch(neurons, neuron);
        if (at < 0 || !window.contains(step)) {
            return;
        }
        long since = step - window.first();
        counts[at]++;
        int bin = (int) (since / binSteps);
        if (bin < binned.length) {
            binned[bin]++;
        }
        if (trainOf[at] >= 0) {
            interval(at, trainOf[at], step);
        }
        if (pairedOf[at] >= 0 && pairBins.get((int) (since / pairBinSteps))) {
            pairs.add(pairedOf[at], since / pairBinSteps);
        }
        if (rowOf[at] >= 0) {
            marks.set(rowOf[at] * columns + (int) (since * columns / window.steps()));
        }
    }

    private void interval(int at, int train, long step) {
        if (last[train] >= 0 && times.unbroken(at, last[train], step)) {
            long interval = step - last[train];
            taken[train]++;
            sums[train] += interval;
            squares[train] += (double) interval * interval;
            intervals.add(interval);
        }
        last[train] = step;
    }

    Activity activity() {
        int rows = Math.min(neurons.length, MOST_ROWS);
        return new Activity(
                population,
                window,
                times.steps(),
                counts,
                cvs(),
                intervals.histogram(window.dtMs()),
                binSteps,
                binned,
                recordedSteps(),
                pairs.coefficients(pairBins.cardinality()),
                new Marks(rows, columns, marks));
    }

    private long[] recordedSteps() {
        long[] steps = new long[binned.length];
        for (int bin = 0; bin < steps.length; bin++) {
            long first = window.first() + bin * binSteps;
            steps[bin] = times.between(first, first + binSteps);
        }
        return steps;
    }

    private double[] cvs() {
        double[] cvs = new double[last.length];
        int found = 0;
        for (int at = 0; at < neurons.length; at++) {
            int train = trainOf[at];
            if (train >= 0 && counts[at] >= FEWEST_SPIKES && sums[train] > 0) {
                double n = taken[train];
                double mean = sums[train] / n;
                double variance = squares[train] / n - mean * mean;
                cvs[found++] = Math.sqrt(Math.max(0, variance)) / mean;
            }
        }
        return Arrays.copyOf(cvs, found);
    }
}
