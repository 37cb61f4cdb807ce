package org.ganglion.io.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ganglion.io.analysis.RecordedNeurons;
import org.ganglion.io.analysis.RecordedTimes;
import org.ganglion.io.analysis.StepWindow;
import org.ganglion.io.hdf5.PopulationOffsets;
import org.ganglion.io.record.SpikeSink;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Pairs;

/** What a raster picture shows of a run: spikes of some neurons of every recorded population, and all rates. */
public final class RasterSample implements SpikeSink {
    /** Rows of neurons at most; the raster is this many pixels high. */
    public static final int LARGEST_ROWS = 880;

    private static final int SMALLEST_SHARE = 34; // rows that leave room for a population's name
    private static final int BINS = 200;
    private static final int BINS_OF_FEW = 40; // with fewer than 50 neurons finer bins show single spikes

    /**
     * One recorded population.
     *
     * @param neurons number of neurons that are recorded
     * @param firstRow its first row in the raster
     */
    record Band(String name, Effect effect, int neurons, int firstRow, int rows) {}

    private final Span span;
    private final List<Band> bands = new ArrayList<>();
    private final List<RecordedTimes> times = new ArrayList<>(); // [band]
    private final int[] offsets;
    private final int[] bandOf; // [population] -> band, or -1
    private final int[] rowNeurons; // [row] -> neuron in the network, ascending
    private final BitSet shown = new BitSet(); // neurons in the network
    private final byte[] marks; // [row * columns + column], spikes, 127 at most
    private final long binSteps;
    private final long[][] counts; // [band][bin]

    RasterSample(Experiment experiment, Span span) {
        this.span = span;
        Network network = experiment.network();
        Pairs pairs = Pairs.of(experiment);
        this.offsets = PopulationOffsets.of(network);
        this.bandOf = new int[network.populations().size()];
        Arrays.fill(bandOf, -1);
        List<RecordedNeurons> recorded =
                RecordedNeurons.of(network, new StepWindow(span.first(), span.end(), span.dtMs()));
        int[] rows = shares(recorded.stream().mapToInt(r -> r.neurons().length).toArray());
        this.rowNeurons = new int[Arrays.stream(rows).sum()];
        int row = 0;
        for (int b = 0; b < rows.length; b++) {
            int population = recorded.get(b).population();
            int[] neurons = recorded.get(b).neurons();
            bandOf[population] = b;
            times.add(recorded.get(b).times());
            String name = network.populations().get(population).name();
            bands.add(new Band(name, Effect.of(network, pairs, name), neurons.length, row, rows[b]));
            for (int i = 0; i < rows[b]; i++) {
                int neuron = neurons[(int) ((i + 0.5) * neurons.length / rows[b])];
                rowNeurons[row++] = offsets[population] + neuron;
                shown.set(offsets[population] + neuron);
            }
        }
        this.marks = new byte[rowNeurons.length * span.columns()];
        this.binSteps = binSteps(span.steps(), neurons() < 50 ? BINS_OF_FEW : BINS);
        this.counts = new long[bands.size()][(int) ((span.steps() + binSteps - 1) / binSteps)];
    }

    /** Rows of each population: in proportion to its neurons, but enough to be seen. */
    public static int[] shares(int[] sizes) {
        long neurons = Arrays.stream(sizes).asLongStream().sum();
        int rows = (int) Math.min(neurons, LARGEST_ROWS);
        int smallest = sizes.length == 0 ? 0 : Math.max(1, Math.min(SMALLEST_SHARE, rows / (2 * sizes.length)));
        int[] shares = new int[sizes.length];
        int left = rows;
        long rest = neurons;
        for (int i = 0; i < sizes.length; i++) { // those that would get too few
            int enough = Math.min(sizes[i], smallest);
            if ((long) rows * sizes[i] < enough * neurons) {
                shares[i] = Math.min(enough, left);
                left -= shares[i];
                rest -= sizes[i];
            }
        }
        for (int i = 0; i < sizes.length; i++) {
            if (shares[i] == 0 && rest > 0) {
                shares[i] = (int) ((long) left * sizes[i] / rest);
                left -= shares[i];
                rest -= sizes[i];
            }
        }
        return shares;
    }

    /** Steps of one bin of rates: 1, 2 or 5 times a power of ten, about as many bins as asked for in all. */
    static long binSteps(long steps, int bins) {
        long wanted = Math.max((steps + bins - 1) / bins, Math.min(10, (steps + 19) / 20));
        long nice = 1;
        while (5 * nice < wanted) {
            nice *= 10;
        }
        return wanted <= nice ? nice : wanted <= 2 * nice ? 2 * nice : 5 * nice;
    }

    @Override
    public void spikes(long step, int[] neurons, int count) {
        int column = span.column(step);
        if (column < 0) {
            return;
        }
        int bin = (int) ((step - span.first()) / binSteps);
        int population = 0;
        for (int i = 0; i < count; i++) {
            while (neurons[i] >= offsets[population + 1]) {
                population++;
            }
            if (bandOf[population] >= 0) {
                counts[bandOf[population]][bin]++;
            }
            if (shown.get(neurons[i])) {
                int cell = Arrays.binarySearch(rowNeurons, neurons[i]) * span.columns() + column;
                marks[cell] = (byte) Math.min(marks[cell] + 1, Byte.MAX_VALUE);
            }
        }
    }

    Span span() {
        return span;
    }

    List<Band> bands() {
        return bands;
    }

    int rows() {
        return rowNeurons.length;
    }

    long neurons() {
        return bands.stream().mapToLong(Band::neurons).sum();
    }

    /** Spikes of a row's neuron in a column, 127 at most. */
    int spikes(int row, int column) {
        return marks[row * span.columns() + column];
    }

    /** Mean rate of a band while its neurons were recorded; NaN if they never were. */
    double rateHz(int band) {
        return rateHz(band, Arrays.stream(counts[band]).sum(), span.first(), span.end());
    }

    private double rateHz(int band, long spikes, long first, long end) {
        return spikes / (times.get(band).between(first, end) * span.dtMs() / 1000);
    }

    long spikes() {
        return Arrays.stream(counts).flatMapToLong(java.util.Arrays::stream).sum();
    }

    int bins() {
        return (int) ((span.steps() + binSteps - 1) / binSteps);
    }

    double binMs() {
        return binSteps * span.dtMs();
    }

    /** Rate of a band in a bin, of which the last may be shorter than others; NaN where none of its neurons was recorded. */
    double rateHz(int band, int bin) {
        long first = span.first() + bin * binSteps;
        return rateHz(band, counts[band][bin], first, Math.min(first + binSteps, span.end()));
    }
}
