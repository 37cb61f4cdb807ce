package org.ganglion.simulator.plastic;

import java.util.Arrays;

/**
 * Where everything stands that is kept of some plastic synapses: rows of runs of equal delay, as in static stores, with
 * numbers beside them. All synapses of a run have the same source and delay, and so share the presynaptic traces, which stand
 * in front of the run's numbers.
 */
final class PlasticRuns {
    /** Lower bits of a header's first word: number of synapses; the rest: steps to the next run, 0 at the last. */
    static final int COUNT = (1 << 24) - 1;

    static final int HEADER = PlasticSynapses.HEADER_WORDS;

    /** Header: count and gap, delay, where the run's numbers begin; then the target of each synapse, as number in the tile. */
    final int[] words;

    /**
     * Of a run: step of the last presynaptic spike, perhaps how many were emitted then before it, the traces just after it;
     * then for each synapse, perhaps the step of its last event, and what the rule keeps.
     */
    final double[] numbers;

    /** Of a synapse, by its place in words: its target's index in the population, and its number; empty if not needed. */
    final long[] ids;

    private final int headerNumbers;
    private final int stride;
    private final int[] runs; // where each header stands, rising
    private final int[] begins; // [neuron]: where its synapses begin in positions
    private final int[] positions; // of synapses in words, by neuron and number

    PlasticRuns(
            PlasticSpec spec, int[] words, double[] numbers, long[] ids, int[] runs, int[] begins, int[] positions) {
        this.words = words;
        this.numbers = numbers;
        this.ids = ids;
        this.headerNumbers = spec.headerNumbers();
        this.stride = spec.stride();
        this.runs = runs;
        this.begins = begins;
        this.positions = positions;
    }

    /** Neurons that these synapses end at. */
    int neurons() {
        return begins.length - 1;
    }

    int size(int run) {
        return words[run] & COUNT;
    }

    int gap(int run) {
        return words[run] >>> 24;
    }

    int next(int run) {
        return run + HEADER + size(run);
    }

    /** Where the headers of runs stand that are not empty, by delay. */
    int[][] byDelay(int maxDelay) {
        int[] counts = new int[maxDelay + 1];
        for (int run : runs) {
            counts[words[run + 1]] += size(run) > 0 ? 1 : 0;
        }
        int[][] result = new int[maxDelay + 1][];
        Arrays.setAll(result, delay -> new int[counts[delay]]);
        for (int i = runs.length - 1; i >= 0; i--) {
            if (size(runs[i]) > 0) {
                int delay = words[runs[i] + 1];
                result[delay][--counts[delay]] = runs[i];
            }
        }
        return result;
    }

    /** Number of synapses onto a neuron. */
    int onto(int neuron) {
        return begins[neuron + 1] - begins[neuron];
    }

    /** Place in words of a synapse onto a neuron, by number. */
    int position(int neuron, int number) {
        return positions[begins[neuron] + number];
    }

    int runOf(int position) {
        return runs[-Arrays.binarySearch(runs, position) - 2];
    }

    /** Where the numbers of a synapse of a run begin. */
    int numbersOf(int run, int position) {
        return words[run + 2] + headerNumbers + (position - run - HEADER) * stride;
    }

    /** For each synapse onto a neuron, by number: its own numbers, then those of its run. */
    int[] copy(int neuron) {
        int count = onto(neuron);
        int[] copy = new int[count * wordsPerSynapse()];
        int at = 0;
        for (int k = 0; k < count; k++) {
            int position = position(neuron, k);
            int run = runOf(position);
            int own = numbersOf(run, position);
            for (int i = 0; i < stride; i++) {
                at = Words.put(copy, at, numbers[own + i]);
            }
            for (int i = 0; i < headerNumbers; i++) {
                at = Words.put(copy, at, numbers[words[run + 2] + i]);
            }
        }
        return copy;
    }

    /** Puts back what {@link #copy} gave; whether there are as many words as there must be. */
    boolean restore(int neuron, int[] copy) {
        int count = onto(neuron);
        if (copy.length != count * wordsPerSynapse()) {
            return false;
        }
        int at = 0;
        for (int k = 0; k < count; k++) {
            int position = position(neuron, k);
            int run = runOf(position);
            int own = numbersOf(run, position);
            for (int i = 0; i < stride; i++, at += 2) {
                numbers[own + i] = Words.getDouble(copy, at);
            }
            for (int i = 0; i < headerNumbers; i++, at += 2) {
                numbers[words[run + 2] + i] = Words.getDouble(copy, at);
            }
        }
        return true;
    }

    /** Words of each synapse in what {@link #copy} gives. */
    static int wordsPerSynapse(PlasticSpec spec) {
        return 2 * (spec.stride() + spec.headerNumbers());
    }

    private int wordsPerSynapse() {
        return 2 * (stride + headerNumbers);
    }

    long bytes() {
        return 4L * (words.length + runs.length + begins.length + positions.length)
                + 8L * (numbers.length + ids.length);
    }
}
