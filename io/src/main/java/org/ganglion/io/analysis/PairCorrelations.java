package org.ganglion.io.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Correlation coefficients (Pearson's) of the spike counts of pairs of neurons in bins of the same length.
 *
 * <p>Spikes may come in any order. Should there be too many to be kept, every second neuron is given up.
 */
final class PairCorrelations {
    private static final int NEURON_BITS = 8;

    /** Neurons at most. */
    static final int MOST_NEURONS = 1 << NEURON_BITS;

    private final int mostSpikes;
    private long[] spikes = new long[1024]; // bin << NEURON_BITS | neuron
    private int size;
    private int every = 1; // which neurons are kept: multiples of it

    /** @param mostSpikes how many are kept at a time */
    PairCorrelations(int mostSpikes) {
        this.mostSpikes = mostSpikes;
    }

    /** @param neuron below {@link #MOST_NEURONS} */
    void add(int neuron, long bin) {
        if (neuron % every != 0) {
            return;
        }
        if (size == mostSpikes && !thinOut(neuron)) {
            return;
        }
        if (size == spikes.length) {
            spikes = Arrays.copyOf(spikes, Math.min(mostSpikes, 2 * size));
        }
        spikes[size++] = bin << NEURON_BITS | neuron;
    }

    /** Gives neurons up until there is room; whether this one is still kept. */
    private boolean thinOut(int neuron) {
        while (size == mostSpikes && every < MOST_NEURONS) {
            every *= 2;
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if ((spikes[i] & (MOST_NEURONS - 1)) % every == 0) {
                    spikes[kept++] = spikes[i];
                }
            }
            size = kept;
        }
        return size < mostSpikes && neuron % every == 0;
    }

    /**
     * The coefficient of each pair of neurons that both spiked, and not equally often in every bin.
     *
     * @param bins number of bins
     */
    double[] coefficients(long bins) {
        Arrays.sort(spikes, 0, size);
        double[] sums = new double[MOST_NEURONS];
        double[][] products = new double[MOST_NEURONS][MOST_NEURONS]; // [neuron][higher or same neuron]
        int[] active = new int[MOST_NEURONS];
        int[] counts = new int[MOST_NEURONS];
        int at = 0;
        while (at < size) {
            long bin = spikes[at] >> NEURON_BITS;
            int found = 0;
            for (; at < size && spikes[at] >> NEURON_BITS == bin; at++) {
                int neuron = (int) (spikes[at] & (MOST_NEURONS - 1));
                if (found == 0 || active[found - 1] != neuron) {
                    active[found] = neuron;
                    counts[found++] = 0;
                }
                counts[found - 1]++;
            }
            for (int i = 0; i < found; i++) {
                sums[active[i]] += counts[i];
                for (int j = i; j < found; j++) {
                    products[active[i]][active[j]] += (double) counts[i] * counts[j];
                }
            }
        }
        return coefficients(sums, products, bins);
    }

    private static double[] coefficients(double[] sums, double[][] products, double bins) {
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < MOST_NEURONS; i++) {
            double own = products[i][i] - sums[i] * sums[i] / bins;
            for (int j = i + 1; own > 0 && j < MOST_NEURONS; j++) {
                double other = products[j][j] - sums[j] * sums[j] / bins;
                if (other > 0) {
                    found.add((products[i][j] - sums[i] * sums[j] / bins) / Math.sqrt(own * other));
                }
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
