package org.ganglion.network;

import java.util.Arrays;
import org.ganglion.network.spec.DescribedFile;

/**
 * Times of spikes, each neuron's own or the same for all, as a file holds them. Equal where file and population are.
 *
 * <p>Times are whole numbers of tics of 0.001 ms. Those of one neuron follow each other in ascending order.
 */
public final class SpikeTimes {
    /** Tics in a millisecond. */
    public static final int TICS_PER_MS = 1000;

    private final DescribedFile file;
    private final String population;
    private final boolean common;
    private final int[] begins; // [neuron], and the number of all spikes
    private final long[] tics;

    private SpikeTimes(DescribedFile file, String population, boolean common, int[] begins, long[] tics) {
        this.file = file;
        this.population = population;
        this.common = common;
        this.begins = begins;
        this.tics = tics;
    }

    /**
     * Times of each neuron's own.
     *
     * @param population the part of the file that they are from; empty where a file has no parts
     * @param neurons the neuron of each spike, 0 or more
     * @param tics the time of each spike; both are in any order, and stay as they are
     */
    public static SpikeTimes ofEach(DescribedFile file, String population, int[] neurons, long[] tics) {
        int size = Arrays.stream(neurons).max().orElse(-1) + 1;
        int[] begins = new int[size + 1];
        for (int neuron : neurons) {
            begins[neuron + 1]++;
        }
        for (int i = 0; i < size; i++) {
            begins[i + 1] += begins[i];
        }
        int[] next = begins.clone();
        long[] sorted = new long[tics.length];
        for (int i = 0; i < neurons.length; i++) {
            sorted[next[neurons[i]]++] = tics[i];
        }
        for (int i = 0; i < size; i++) {
            Arrays.sort(sorted, begins[i], begins[i + 1]);
        }
        return new SpikeTimes(file, population, false, begins, sorted);
    }

    /** Times that are the same for every neuron, in any order. */
    public static SpikeTimes ofAll(DescribedFile file, String population, long[] tics) {
        long[] sorted = tics.clone();
        Arrays.sort(sorted);
        return new SpikeTimes(file, population, true, new int[] {0, sorted.length}, sorted);
    }

    /**
     * Whether a time is after a start and not after a stop, as a spike that a generator emits is; a start at 0 leaves out
     * none.
     *
     * @param stopMs may be infinite
     */
    static boolean isWithin(long tic, double startMs, double stopMs) {
        return (startMs == 0 || tic > Math.round(startMs * TICS_PER_MS)) && tic <= Math.round(stopMs * TICS_PER_MS);
    }

    /** Those after a start and not after a stop; with a start at 0, those at 0 too. */
    SpikeTimes within(double startMs, double stopMs) {
        if (startMs == 0 && Double.isInfinite(stopMs)) {
            return this;
        }
        int[] kept = new int[begins.length];
        long[] those = new long[tics.length];
        int count = 0;
        for (int neuron = 0; neuron + 1 < begins.length; neuron++) {
            for (int spike = begins[neuron]; spike < begins[neuron + 1]; spike++) {
                if (isWithin(tics[spike], startMs, stopMs)) {
                    those[count++] = tics[spike];
                }
            }
            kept[neuron + 1] = count;
        }
        return new SpikeTimes(file, population, common, kept, Arrays.copyOf(those, count));
    }

    public DescribedFile file() {
        return file;
    }

    /** The part of the file that they are from; empty where it has no parts. */
    public String population() {
        return population;
    }

    /** Whether every neuron has the same. */
    public boolean common() {
        return common;
    }

    /** Number of spikes; of one neuron where all have the same. */
    public int spikes() {
        return tics.length;
    }

    /** One more than the largest neuron that has spikes of its own. */
    public int neurons() {
        return common ? 0 : begins.length - 1;
    }

    /** Where the spikes of a neuron begin. */
    public int begin(int neuron) {
        return common ? 0 : begins[Math.min(neuron, begins.length - 1)];
    }

    /** Behind the last spike of a neuron. */
    public int end(int neuron) {
        return common ? tics.length : begins[Math.min(neuron + 1, begins.length - 1)];
    }

    /** Time of a spike. */
    public long tic(int spike) {
        return tics[spike];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpikeTimes same && same.file.equals(file) && same.population.equals(population);
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + population.hashCode();
    }

    @Override
    public String toString() {
        return "the spikes of " + file.path() + (population.isEmpty() ? "" : " (population " + population + ")");
    }
}
