package org.ganglion.simulator.plastic;

import org.ganglion.network.synapse.Plasticity;
import org.ganglion.simulator.SimulationException;
import org.jspecify.annotations.Nullable;

/**
 * Plastic synapses of any rule.
 *
 * <p>A postsynaptic spike only goes into the history of its neuron, and spikes of a signal into that of the signal. Where a
 * history grows long, all synapses that read it are brought up to date to the point up to which no presynaptic spike can
 * still come between; that changes no bits, because each synapse sees the same events in the same order.
 */
final class HistorySynapses implements PlasticSynapses {
    /** Entries of a neuron's history from which on it is worth while to look for some to forget. */
    static final int LONG_HISTORY = 64;

    /** Likewise of the signal's, which all synapses have to be visited for. */
    static final int LONG_SIGNAL = 1024;

    /** Synapses whose targets' histories are loaded before they are needed. */
    private static final int AHEAD = 64;

    private static final double[] NO_TRACES = {};

    private final PlasticSpec spec;
    private final Plasticity rule;
    private final PlasticRuns runs;
    private final int firstTarget;
    private final int longHistory;
    private final int longSignal;
    private final int lead;
    private final int own;
    private final int stride;
    private final double perUnit;
    private final double mostUnits;
    private final PostHistory history;
    double touched; // read by nobody, so that loads are not left out
    private final @Nullable SignalHistory signal;
    private final @Nullable Transmissions transmissions;

    /** @param firstTarget number in the tile of the first of the neurons */
    HistorySynapses(
            PlasticSpec spec,
            PlasticRuns runs,
            int firstTarget,
            int longHistory,
            int longSignal,
            @Nullable SignalHistory signal) {
        this.spec = spec;
        this.rule = spec.rule();
        this.runs = runs;
        this.firstTarget = firstTarget;
        this.longHistory = longHistory;
        this.longSignal = longSignal;
        this.lead = spec.lead();
        this.own = spec.own();
        this.stride = spec.stride();
        this.perUnit = 1 / spec.unit();
        this.mostUnits = Math.floor(spec.most() / spec.unit()) + 1;
        boolean read = rule.heedsPost() || signal != null; // with a signal, though it may stay empty
        this.history = new PostHistory(rule, read ? runs.neurons() : 0);
        this.signal = signal;
        this.transmissions = rule.random() ? new Transmissions(spec.seed(), spec.key()) : null;
    }

    @Override
    public int neurons() {
        return runs.neurons();
    }

    @Override
    public int gap(int run) {
        return runs.gap(run);
    }

    @Override
    public int next(int run) {
        return runs.next(run);
    }

    @Override
    public int size(int run) {
        return runs.size(run);
    }

    @Override
    public long bytes() {
        return runs.bytes() + history.bytes() + (signal == null ? 0 : signal.bytes());
    }

    @Override
    public void deliver(int run, long step, int[] sums) {
        long key = update(run, step);
        int[] words = runs.words;
        int end = runs.next(run);
        int pre = words[run + 2] + lead;
        int n = runs.numbersOf(run, run + HEADER_WORDS);
        for (int p = run + HEADER_WORDS; p < end; p++, n += stride) {
            sums[words[p]] += (int) units(p, n, pre, key, step);
        }
    }

    @Override
    public void deliver(int run, long step, long[] sums) {
        long key = update(run, step);
        int[] words = runs.words;
        int end = runs.next(run);
        int pre = words[run + 2] + lead;
        int n = runs.numbersOf(run, run + HEADER_WORDS);
        for (int p = run + HEADER_WORDS; p < end; p++, n += stride) {
            sums[words[p]] += (long) units(p, n, pre, key, step);
        }
    }

    private double units(int position, int number, int pre, long key, long step) {
        double uniform = transmissions == null ? 0 : Transmissions.uniform(key, runs.ids[position]);
        double carried = rule.carried(runs.numbers, number + own, runs.numbers, pre, uniform);
        double units = Math.rint(carried * perUnit);
        if (!(Math.abs(units) <= mostUnits)) {
            throw beyond(carried, step);
        }
        return units;
    }

    private SimulationException beyond(double carried, long step) {
        return new SimulationException("projections." + spec.name() + ": a spike that arrives in step " + step
                + " carries the weight " + carried + ", but sums of input are planned for " + spec.most()
                + " at most; set the largest weight (Wlimit, or Wmax) of the synapse higher, or make its weights grow"
                + " less");
    }

    /** Brings the synapses of a run up to date with a spike that arrives; returns the key of its random numbers. */
    private long update(int run, long step) {
        double[] numbers = runs.numbers;
        int base = runs.words[run + 2];
        long emitted = step - runs.words[run + 1];
        long since = emitted - (long) numbers[base];
        if (signal != null) {
            meetWithSignal(run, emitted, since, signal);
        } else if (rule.heedsPost()) {
            meet(run, emitted, since);
        } else {
            meetAlone(run, since);
        }
        rule.preSpike(numbers, base + lead, since);
        numbers[base] = emitted;
        if (transmissions == null) {
            return 0;
        }
        numbers[base + 1] = since == 0 ? numbers[base + 1] + 1 : 0;
        return transmissions.key(emitted, (int) numbers[base + 1]);
    }

    private void meetAlone(int run, long since) {
        double[] numbers = runs.numbers;
        int pre = runs.words[run + 2] + lead;
        int n = runs.numbersOf(run, run + HEADER_WORDS);
        int end = n + runs.size(run) * stride;
        for (; n < end; n += stride) {
            rule.onPreSpike(numbers, n, numbers, pre, since, NO_TRACES, -1, 0);
        }
    }

    private void meet(int run, long emitted, long since) {
        int[] words = runs.words;
        double[] numbers = runs.numbers;
        long last = emitted - since;
        int delay = words[run + 1];
        int pre = words[run + 2] + lead;
        int n = runs.numbersOf(run, run + HEADER_WORDS);
        int end = runs.next(run);
        long known = emitted - delay; // the last postsynaptic spikes that have reached the synapses by then
        int ahead = run + HEADER_WORDS;
        for (int p = run + HEADER_WORDS; p < end; p++, n += stride) {
            if (p == ahead) {
                ahead = Math.min(end, p + AHEAD);
                touched += touch(p, ahead);
            }
            int neuron = words[p] - firstTarget;
            int entries = history.until(neuron, known);
            potentiate(numbers, n, pre, last, delay, neuron, entries);
            meetPost(n, pre, since, neuron, entries, known);
        }
    }

    /**
     * Loads the newest entries of the histories of some targets: independent loads that the core keeps in flight together,
     * which the branches behind each entry would not let it (docs/benchmarks.md, "touch ahead").
     */
    private double touch(int from, int to) {
        double sum = 0;
        for (int p = from; p < to; p++) {
            sum += history.newest(runs.words[p] - firstTarget);
        }
        return sum;
    }

    /** The presynaptic spike meets the postsynaptic ones before the step {@code known}, the first {@code entries} and fewer. */
    private void meetPost(int at, int pre, long since, int neuron, int entries, long known) {
        long[] steps = history.steps(neuron);
        int last = entries - 1;
        while (last >= 0 && steps[last] == known) {
            last--;
        }
        rule.onPreSpike(
                runs.numbers,
                at,
                runs.numbers,
                pre,
                since,
                history.traces(neuron),
                last < 0 ? -1 : last * rule.postTraces(),
                last < 0 ? 0 : known - steps[last]);
    }

    /** Takes the postsynaptic spikes up to entry {@code end} that a synapse has not seen yet, last updated at its last spike. */
    private void potentiate(double[] kept, int at, int pre, long last, int delay, int neuron, int end) {
        long[] steps = history.steps(neuron);
        int seen = history.seen(neuron);
        int first = end;
        while (first > seen && steps[first - 1] + delay > last) {
            first--;
        }
        double[] traces = history.traces(neuron);
        for (int e = first; e < end; e++) {
            rule.onPostSpike(kept, at, runs.numbers, pre, steps[e] + delay - last, traces, e * rule.postTraces());
        }
    }

    private void meetWithSignal(int run, long emitted, long since, SignalHistory third) {
        int[] words = runs.words;
        double[] numbers = runs.numbers;
        long last = emitted - since;
        int delay = words[run + 1];
        int pre = words[run + 2] + lead;
        int n = runs.numbersOf(run, run + HEADER_WORDS);
        int end = runs.next(run);
        for (int p = run + HEADER_WORDS; p < end; p++, n += stride) {
            int neuron = words[p] - firstTarget;
            long from = bring(numbers, n, pre, last, delay, neuron, emitted, third);
            if (from < emitted) {
                third.pass(numbers, n + own, third.at(from), from, emitted);
            }
            int entries = history.until(neuron, emitted - delay);
            meetPost(n + own, pre, since, neuron, entries, emitted - delay);
            numbers[n] = emitted;
        }
    }

    /**
     * Has all events up to a step reach a synapse: spikes of the signal, and of the neuron.
     *
     * @param numbers of the synapse, from {@code n} on, where its last event stands
     * @return the step of the last of them, to which the synapse is up to date
     */
    private long bring(
            double[] numbers, int n, int pre, long last, int delay, int neuron, long to, SignalHistory third) {
        long[] steps = history.steps(neuron);
        double[] traces = history.traces(neuron);
        long from = (long) numbers[n];
        int entries = history.count(neuron);
        int post = history.until(neuron, from - delay);
        int entry = third.at(from);
        while (true) {
            long nextPost = post < entries ? steps[post] + delay : Long.MAX_VALUE;
            long nextSignal = entry + 1 < third.count() ? third.step(entry + 1) : Long.MAX_VALUE;
            long next = Math.min(nextPost, nextSignal);
            if (next > to) {
                return from;
            }
            if (next > from) {
                third.pass(numbers, n + own, entry, from, next);
                from = next;
                numbers[n] = next;
            }
            if (nextSignal == next) {
                entry++;
            } else {
                rule.onPostSpike(numbers, n + own, runs.numbers, pre, next - last, traces, post * rule.postTraces());
                post++;
            }
        }
    }

    @Override
    public void postSpike(int neuron, long step) {
        if (!rule.heedsPost()) {
            return;
        }
        history.add(neuron, step);
        // What a later presynaptic spike reads lies after this step.
        long settled = step - 2L * spec.maxDelay();
        if (history.count(neuron) >= longHistory && history.steps(neuron)[longHistory / 2] <= settled) {
            int end = history.until(neuron, settled);
            settle(neuron, settled, end);
            history.forget(neuron, end);
        }
    }

    /** Brings all synapses of a neuron up to date with its spikes up to a step, the first {@code end}. */
    private void settle(int neuron, long upTo, int end) {
        double[] numbers = runs.numbers;
        for (int k = 0; k < runs.onto(neuron); k++) {
            int position = runs.position(neuron, k);
            int run = runs.runOf(position);
            int base = runs.words[run + 2];
            int delay = runs.words[run + 1];
            int n = runs.numbersOf(run, position);
            if (signal != null) {
                bring(numbers, n, base + lead, (long) numbers[base], delay, neuron, upTo + delay, signal);
            } else {
                potentiate(numbers, n, base + lead, (long) numbers[base], delay, neuron, end);
            }
        }
    }

    @Override
    public boolean hasSignal() {
        return signal != null;
    }

    @Override
    public int signalDelay() {
        return spec.signalDelay();
    }

    @Override
    public void announceSignal(long emitted, long nextStep) {
        if (signal != null && emitted + spec.signalDelay() >= nextStep) {
            signal.announce(emitted);
        }
    }

    @Override
    public void beginStep(long step) {
        if (signal == null) {
            return;
        }
        signal.act(step);
        // All that was emitted before has been delivered, and reached the synapses.
        long settled = step - 1 - 2L * spec.maxDelay();
        if (signal.count() >= longSignal && signal.step(longSignal / 2) <= settled) {
            for (int neuron = 0; neuron < neurons(); neuron++) {
                for (int k = 0; k < runs.onto(neuron); k++) {
                    int position = runs.position(neuron, k);
                    int run = runs.runOf(position);
                    int base = runs.words[run + 2];
                    int delay = runs.words[run + 1];
                    int n = runs.numbersOf(run, position);
                    bring(runs.numbers, n, base + lead, (long) runs.numbers[base], delay, neuron, settled, signal);
                }
            }
            signal.forget(signal.at(settled));
        }
    }

    @Override
    public double[] weights(int neuron) {
        double[] weights = new double[runs.onto(neuron)];
        for (int k = 0; k < weights.length; k++) {
            int position = runs.position(neuron, k);
            weights[k] = rule.weight(runs.numbers, runs.numbersOf(runs.runOf(position), position) + own);
        }
        return weights;
    }

    @Override
    public double[] carried(int neuron) {
        double[] carried = new double[runs.onto(neuron)];
        for (int k = 0; k < carried.length; k++) {
            int position = runs.position(neuron, k);
            int run = runs.runOf(position);
            int n = runs.numbersOf(run, position) + own;
            carried[k] = rule.carried(runs.numbers, n, runs.numbers, runs.words[run + 2] + lead, 0);
        }
        return carried;
    }

    @Override
    public int[] copySynapses(int neuron) {
        return runs.copy(neuron);
    }

    @Override
    public boolean restoreSynapses(int neuron, int[] copy) {
        return runs.restore(neuron, copy);
    }

    @Override
    public boolean hasHistory() {
        return rule.heedsPost();
    }

    @Override
    public int[] copyHistory(int neuron) {
        return history.copy(neuron);
    }

    @Override
    public void restoreHistory(int neuron, int[] copy) {
        history.restore(neuron, copy);
    }

    @Override
    public int[] copySignal() {
        return signal == null ? new int[0] : signal.copy();
    }

    @Override
    public void restoreSignal(int[] copy) {
        if (signal != null) {
            signal.restore(copy);
        }
    }

    /** Entries of a neuron's history. */
    int historySize(int neuron) {
        return history.count(neuron);
    }

    /** Entries of the signal's history. */
    int signalSize() {
        return signal == null ? 0 : signal.count();
    }
}
