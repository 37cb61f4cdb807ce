package org.ganglion.cli.live;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.ganglion.network.Recorder;

/**
 * Which neurons have a row in the raster: of each population evenly many among those whose spikes are recorded, the same in
 * every run. A large population has more rows, a small one enough to be seen.
 */
final class SampledRows {
    private static final int MOST_ROWS = 600;
    private static final int FEW_ROWS = 24;

    private final int[] first; // [population], and behind the last one, index of its first neuron in the network
    private final int[] recorded; // [population]
    private final int[] firstRow; // [population], and behind the last one
    private final int[] neurons; // [row]: index in the network, ascending
    private final BitSet chosen = new BitSet(); // by index in the network
    private int latest; // population that was found last

    SampledRows(Experiment experiment) {
        List<Population> populations = experiment.network().populations();
        int size = populations.size();
        first = new int[size + 1];
        recorded = new int[size];
        firstRow = new int[size + 1];
        int[][] sampled = new int[size][];
        double share = share(experiment);
        for (int p = 0; p < size; p++) {
            int[] known = recorded(experiment, populations.get(p));
            recorded[p] = known.length;
            int rows = Math.min(known.length, Math.max(FEW_ROWS, (int) Math.round(share * known.length)));
            sampled[p] = evenly(known, rows, first[p]);
            first[p + 1] = first[p] + populations.get(p).size();
            firstRow[p + 1] = firstRow[p] + rows;
        }
        neurons = Arrays.stream(sampled).flatMapToInt(Arrays::stream).toArray();
        Arrays.stream(neurons).forEach(chosen::set);
    }

    private static double share(Experiment experiment) {
        return Math.min(1, MOST_ROWS / Math.max(1.0, experiment.network().neurons()));
    }

    /** Neurons of a population whose spikes some recorder takes, as indices in it. */
    private static int[] recorded(Experiment experiment, Population population) {
        BitSet known = new BitSet();
        for (Recorder recorder : experiment.network().recorders()) {
            if (recorder instanceof Recorder.Spikes spikes
                    && spikes.population().equals(population.name())) {
                Arrays.stream(spikes.neurons().indices(population.size())).forEach(known::set);
            }
        }
        return known.stream().toArray();
    }

    private static int[] evenly(int[] known, int rows, int offset) {
        int[] sampled = new int[rows];
        for (int r = 0; r < rows; r++) {
            sampled[r] = offset + known[(int) ((long) r * known.length / rows)];
        }
        return sampled;
    }

    int populations() {
        return recorded.length;
    }

    /** Neurons of a population whose spikes are recorded. */
    int recorded(int population) {
        return recorded[population];
    }

    /** Rows of a population. */
    int rows(int population) {
        return firstRow[population + 1] - firstRow[population];
    }

    /** Population of a neuron of the network. */
    int population(int neuron) {
        if (neuron < first[latest] || neuron >= first[latest + 1]) {
            int found = Arrays.binarySearch(first, neuron);
            latest = found >= 0 ? found : -found - 2;
            while (first[latest + 1] == neuron) {
                latest++; // empty populations begin at the same neuron
            }
        }
        return latest;
    }

    /** Row of a neuron of the network, over all populations; -1 if it has none. */
    int row(int neuron) {
        return chosen.get(neuron) ? Arrays.binarySearch(neurons, neuron) : -1;
    }
}
