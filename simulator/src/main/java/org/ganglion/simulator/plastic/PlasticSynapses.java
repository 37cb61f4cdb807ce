package org.ganglion.simulator.plastic;

import java.util.Arrays;
import org.ganglion.network.synapse.Plasticity;

/**
 * The plastic synapses of one projection onto some neurons: rows of runs of equal delay, as in static stores, with what is
 * kept for each synapse beside it.
 *
 * <p>A synapse is brought up to date when a presynaptic spike is delivered over it. A postsynaptic spike only goes into
 * the history of its neuron. Where a history grows long, all synapses of the neuron are brought up to date to the point up
 * to which no presynaptic spike can still come between; that changes no bits, because each synapse sees the same spikes in
 * the same order.
 *
 * <p>All synapses of a run have the same source and delay, and so share the presynaptic traces, which stand in the run's
 * header.
 */
public final class PlasticSynapses {
    /** Entries of a history from which on it is worth while to look for some to forget. */
    static final int LONG_HISTORY = 64;

    /** Lower bits of a header's first word: number of synapses; the rest: steps to the next run, 0 at the last. */
    private static final int COUNT = (1 << 24) - 1;

    /** The step before the first: where the time since the last presynaptic spike is counted from if there was none. */
    private static final long START = -1;

    private final Plasticity rule;
    private final int header;
    private final int width;
    private final int firstTarget;
    private final long reach;
    private final double perUnit;
    private final int longHistory;

    /** Header: count and gap, delay, padding; then the target of each synapse, as number in the tile. */
    private final int[] words;

    /** Header: step of the last presynaptic spike, then the traces just after it; then what is kept for each synapse. */
    private final double[] numbers;

    private final int[] runs; // where each header stands, rising
    private final int[] begins; // [neuron]: where its synapses begin in positions
    private final int[] positions; // of synapses in words, by neuron and number
    private final PostHistory history;

    /**
     * @param firstTarget number in the tile of the first of the neurons
     * @param maxDelay largest delay of any synapse of the projection, in steps
     * @param unit what weights are summed in, a power of two
     */
    PlasticSynapses(
            Plasticity rule,
            int firstTarget,
            int maxDelay,
            double unit,
            int longHistory,
            int[] words,
            double[] numbers,
            int[] runs,
            int[] begins,
            int[] positions) {
        this.rule = rule;
        this.header = headerWords(rule);
        this.width = rule.preTraces();
        this.firstTarget = firstTarget;
        this.reach = 2L * maxDelay;
        this.perUnit = 1 / unit;
        this.longHistory = longHistory;
        this.words = words;
        this.numbers = numbers;
        this.runs = runs;
        this.begins = begins;
        this.positions = positions;
        this.history = new PostHistory(rule, neurons());
        for (int run : runs) {
            numbers[run] = START;
        }
    }

    /** Words of a run's header. */
    public static int headerWords(Plasticity rule) {
        return 1 + Math.max(1, rule.preTraces());
    }

    /** Neurons that these synapses end at. */
    public int neurons() {
        return begins.length - 1;
    }

    public int gap(int run) {
        return words[run] >>> 24;
    }

    public int next(int run) {
        return run + header + size(run);
    }

    /** Number of synapses in a run. */
    public int size(int run) {
        return words[run] & COUNT;
    }

    public long bytes() {
        return 4L * (words.length + runs.length + begins.length + positions.length)
                + 8L * numbers.length
                + history.bytes();
    }

    /** Delivers a spike over a run at a step: brings its synapses up to date, and adds their weights to the sums. */
    public void deliver(int run, long step, int[] sums) {
        update(run, step);
        int end = next(run);
        for (int p = run + header; p < end; p++) {
            sums[words[p]] += (int) units(p);
        }
    }

    public void deliver(int run, long step, long[] sums) {
        update(run, step);
        int end = next(run);
        for (int p = run + header; p < end; p++) {
            sums[words[p]] += (long) units(p);
        }
    }

    private double units(int position) {
        return Math.rint(rule.weight(numbers[position]) * perUnit);
    }

    private void update(int run, long step) {
        int delay = words[run + 1];
        long emitted = step - delay;
        long known = emitted - delay; // the last postsynaptic spikes that have reached the synapses by then
        long since = emitted - (long) numbers[run];
        int end = next(run);
        for (int p = run + header; p < end; p++) {
            int neuron = words[p] - firstTarget;
            int entries = history.until(neuron, known);
            double kept = potentiated(p, run, neuron, entries);
            long[] steps = history.steps(neuron);
            int last = entries - 1;
            while (last >= 0 && steps[last] == known) {
                last--;
            }
            numbers[p] = rule.onPreSpike(
                    kept,
                    numbers,
                    run + 1,
                    since,
                    history.traces(neuron),
                    last < 0 ? -1 : last * rule.postTraces(),
                    last < 0 ? 0 : known - steps[last]);
        }
        rule.preSpike(numbers, run + 1, since);
        numbers[run] = emitted;
    }

    /** What is kept for a synapse after the postsynaptic spikes up to entry {@code end} that it has not seen yet. */
    private double potentiated(int position, int run, int neuron, int end) {
        double kept = numbers[position];
        long last = (long) numbers[run];
        int delay = words[run + 1];
        long[] steps = history.steps(neuron);
        int seen = history.seen(neuron);
        int first = end;
        while (first > seen && steps[first - 1] + delay > last) {
            first--;
        }
        double[] traces = history.traces(neuron);
        for (int e = first; e < end; e++) {
            kept = rule.onPostSpike(kept, numbers, run + 1, steps[e] + delay - last, traces, e * rule.postTraces());
        }
        return kept;
    }

    /** Takes note of a spike of one of the neurons, after all that is delivered in this step. */
    public void postSpike(int neuron, long step) {
        history.add(neuron, step);
        // What a later presynaptic spike reads lies after this step.
        long settled = step - reach;
        if (history.count(neuron) >= longHistory && history.steps(neuron)[longHistory / 2] <= settled) {
            settle(neuron, settled);
        }
    }

    /** Brings all synapses of a neuron up to date with its spikes up to a step, and forgets these. */
    private void settle(int neuron, long upTo) {
        int end = history.until(neuron, upTo);
        for (int k = begins[neuron]; k < begins[neuron + 1]; k++) {
            numbers[positions[k]] = potentiated(positions[k], runOf(positions[k]), neuron, end);
        }
        history.forget(neuron, end);
    }

    private int runOf(int position) {
        return runs[-Arrays.binarySearch(runs, position) - 2];
    }

    /** Weights of the synapses onto a neuron as the last presynaptic spikes left them, by number. */
    public double[] weights(int neuron) {
        double[] weights = new double[begins[neuron + 1] - begins[neuron]];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = rule.weight(numbers[positions[begins[neuron] + k]]);
        }
        return weights;
    }

    private int wordsPerSynapse() {
        return 2 * (2 + width);
    }

    /** For each synapse onto a neuron, by number: what is kept, the last presynaptic step, the presynaptic traces. */
    public int[] copySynapses(int neuron) {
        int count = begins[neuron + 1] - begins[neuron];
        int[] copy = new int[count * wordsPerSynapse()];
        int at = 0;
        for (int k = 0; k < count; k++) {
            int position = positions[begins[neuron] + k];
            int run = runOf(position);
            at = Words.put(copy, at, numbers[position]);
            for (int i = 0; i <= width; i++) {
                at = Words.put(copy, at, numbers[run + i]);
            }
        }
        return copy;
    }

    /**
     * Puts back what {@link #copySynapses} gave.
     *
     * @return whether there are as many words as there must be
     */
    public boolean restoreSynapses(int neuron, int[] copy) {
        int count = begins[neuron + 1] - begins[neuron];
        if (copy.length != count * wordsPerSynapse()) {
            return false;
        }
        int at = 0;
        for (int k = 0; k < count; k++) {
            int position = positions[begins[neuron] + k];
            int run = runOf(position);
            numbers[position] = Words.getDouble(copy, at);
            at += 2;
            for (int i = 0; i <= width; i++) {
                numbers[run + i] = Words.getDouble(copy, at);
                at += 2;
            }
        }
        return true;
    }

    /** Spikes of a neuron that some of its synapses have not seen yet, or whose traces they may still read. */
    public int[] copyHistory(int neuron) {
        return history.copy(neuron);
    }

    public void restoreHistory(int neuron, int[] copy) {
        history.restore(neuron, copy);
    }

    /** Entries of a neuron's history. */
    int historySize(int neuron) {
        return history.count(neuron);
    }
}
