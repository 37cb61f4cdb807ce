package org.ganglion.simulator.plastic;

import java.util.Arrays;
import org.ganglion.network.synapse.Plasticity;

/**
 * Spikes of some neurons, as far as their plastic synapses still need them, each with the traces just before it.
 *
 * <p>The first entries of a neuron may have been seen by all its synapses already; the last of these stays, because
 * traces are read from it.
 */
final class PostHistory {
    private static final int FIRST_ROOM = 8;
    private static final long[] NO_STEPS = {};
    private static final double[] NO_TRACES = {};

    private final Plasticity rule;
    private final int width;
    private final int[] counts; // [neuron]: entries
    private final int[] seen; // [neuron]: entries at the beginning that every synapse has seen
    private final long[][] steps; // [neuron][entry], never falling
    private final double[][] traces; // [neuron][entry * width + trace]

    PostHistory(Plasticity rule, int neurons) {
        this.rule = rule;
        this.width = rule.postTraces();
        this.counts = new int[neurons];
        this.seen = new int[neurons];
        this.steps = new long[neurons][];
        this.traces = new double[neurons][];
        Arrays.fill(steps, NO_STEPS);
        Arrays.fill(traces, NO_TRACES);
    }

    void add(int neuron, long step) {
        int count = counts[neuron];
        makeRoom(neuron, count + 1);
        steps[neuron][count] = step;
        boolean first = count == 0;
        rule.postSpike(
                traces[neuron],
                first ? -1 : (count - 1) * width,
                count * width,
                first ? 0 : step - steps[neuron][count - 1]);
        counts[neuron] = count + 1;
    }

    private void makeRoom(int neuron, int entries) {
        if (entries > steps[neuron].length) {
            int room = Math.max(Math.max(FIRST_ROOM, entries), 2 * steps[neuron].length);
            steps[neuron] = Arrays.copyOf(steps[neuron], room);
            traces[neuron] = Arrays.copyOf(traces[neuron], room * width);
        }
    }

    /** Of no meaning, but depends on the step and the traces of the newest entry. */
    double newest(int neuron) {
        int last = counts[neuron] - 1;
        return last < 0 || width == 0 ? 0 : steps[neuron][last] + traces[neuron][last * width];
    }

    int count(int neuron) {
        return counts[neuron];
    }

    int seen(int neuron) {
        return seen[neuron];
    }

    long[] steps(int neuron) {
        return steps[neuron];
    }

    double[] traces(int neuron) {
        return traces[neuron];
    }

    /** Number of entries at or before a step. */
    int until(int neuron, long step) {
        long[] own = steps[neuron];
        int end = counts[neuron];
        while (end > 0 && own[end - 1] > step) {
            end--;
        }
        return end;
    }

    /** Forgets the first {@code end} entries, which every synapse has seen; the last of them stays. */
    void forget(int neuron, int end) {
        int from = end - 1;
        int kept = counts[neuron] - from;
        System.arraycopy(steps[neuron], from, steps[neuron], 0, kept);
        System.arraycopy(traces[neuron], from * width, traces[neuron], 0, kept * width);
        counts[neuron] = kept;
        seen[neuron] = 1;
    }

    /** Number of entries seen by all, then step and traces of each entry. */
    int[] copy(int neuron) {
        int[] words = new int[1 + counts[neuron] * 2 * (1 + width)];
        words[0] = seen[neuron];
        int at = 1;
        for (int e = 0; e < counts[neuron]; e++) {
            at = Words.put(words, at, steps[neuron][e]);
            for (int i = 0; i < width; i++) {
                at = Words.put(words, at, traces[neuron][e * width + i]);
            }
        }
        return words;
    }

    void restore(int neuron, int[] words) {
        int entries = (words.length - 1) / (2 * (1 + width));
        makeRoom(neuron, entries);
        seen[neuron] = words[0];
        counts[neuron] = entries;
        int at = 1;
        for (int e = 0; e < entries; e++) {
            steps[neuron][e] = Words.getLong(words, at);
            at += 2;
            for (int i = 0; i < width; i++) {
                traces[neuron][e * width + i] = Words.getDouble(words, at);
                at += 2;
            }
        }
    }

    long bytes() {
        long bytes = 32L * counts.length;
        for (int n = 0; n < counts.length; n++) {
            bytes += 8L * (steps[n].length + traces[n].length);
        }
        return bytes;
    }
}
