package org.ganglion.simulator.plastic;

import java.util.Arrays;
import org.ganglion.network.synapse.AdditivePairs;

/**
 * Plastic synapses of a rule in which postsynaptic spikes add to a weight whatever it is. So they need not be taken one by
 * one, and what they add is read from sums of their neuron ({@link PostSums}); a weight that passes the largest one does so
 * once and for all until the next presynaptic spike, and is cut then.
 *
 * <p>Kept for a synapse is a number from which its weight follows with the sum of its target ({@link AdditiveRun}), and for
 * a run the trace behind the last presynaptic spike, as everywhere. When the sums start anew, at the end of an epoch, the
 * totals of the epochs since the last spike are folded into what is kept: by the next spike, or for all runs that have been
 * silent for long, before these totals are forgotten.
 */
final class SummedSynapses implements PlasticSynapses {
    private static final int HEADER = HEADER_WORDS;

    private final AdditivePairs pairs;
    private final PlasticRuns runs;
    private final PostSums sums;
    private final AdditiveRun loop;
    private final int[][] runsOf; // [delay]: where their headers stand

    /** @param firstTarget number in the tile of the first of the neurons */
    SummedSynapses(PlasticSpec spec, AdditivePairs pairs, PlasticRuns runs, int firstTarget) {
        this.pairs = pairs;
        this.runs = runs;
        this.sums = new PostSums(pairs, spec.maxDelay(), runs.neurons());
        this.loop = new AdditiveRun(firstTarget, pairs.mostWeight() / spec.unit());
        this.runsOf = runs.byDelay(spec.maxDelay());
        for (int delay = 0; delay < runsOf.length; delay++) {
            if (runsOf[delay].length > 0) {
                sums.include(delay);
            }
        }
    }

    @Override
    public void beginStep(long step) {
        sums.beginStep(step);
        for (int v = 0; v < sums.views().size(); v++) {
            PostView view = sums.views().get(v);
            boolean begins = sums.advance(view);
            if (begins && Math.floorMod(view.epoch(), PostSums.REACH) == 0) {
                settle(view);
            }
        }
    }

    /** Folds all totals into what is kept of runs that have been silent for as many epochs as they are settled in. */
    private void settle(PostView view) {
        long before = view.epoch() - PostSums.REACH;
        for (int run : runsOf[view.delay()]) {
            if (sums.epochOf(lastKnown(run)) < before) {
                fold(run, view.epoch() - 1);
            }
        }
    }

    /** The last postsynaptic spikes that the last presynaptic one knew. */
    private long lastKnown(int run) {
        return (long) runs.numbers[runs.words[run + 2]] - runs.words[run + 1];
    }

    /**
     * Folds the totals of epochs that are over into what is kept of a run, and sets what a unit of the sum of the epoch has
     * added since.
     */
    private void fold(int run, long epoch) {
        double trace = runs.numbers[runs.words[run + 2] + 1];
        long from = sums.epochOf(lastKnown(run));
        loop.raise = 0;
        if (trace == 0 || isSettled(from, epoch)) {
            return;
        }
        loop.raise = pairs.up() * trace / pairs.plus().after(sums.inEpoch(lastKnown(run)));
        int begin = run + HEADER;
        long end = Math.min(epoch, from + PostSums.REACH);
        for (long e = from; e < end; e++) {
            loop.fold(runs.words, begin, runs.next(run), runs.numbers, runs.numbersOf(run, begin), sums.total(e));
            loop.raise *= sums.acrossEpoch();
        }
        if (end < epoch || end == from + PostSums.REACH) {
            loop.raise = 0;
        }
    }

    /** Whether, in an epoch, runs whose last spike was in another have been settled. */
    private static boolean isSettled(long last, long epoch) {
        return last < Math.floorDiv(epoch, PostSums.REACH) * PostSums.REACH - PostSums.REACH;
    }

    /** Sets what the synapses of a run share as a spike meets them; returns the sums of their targets. */
    private double[] prepare(int run, long step) {
        int base = runs.words[run + 2];
        double[] numbers = runs.numbers;
        PostView view = sums.view(runs.words[run + 1]);
        fold(run, view.epoch());
        long emitted = step - runs.words[run + 1];
        double trace = numbers[base + 1] * pairs.plus().after(emitted - (long) numbers[base]) + 1;
        numbers[base] = emitted;
        numbers[base + 1] = trace;
        loop.next = pairs.up() * trace / view.raise();
        loop.lower = pairs.down() * view.lower();
        loop.lowerByWeight = pairs.downByWeight() * view.lower();
        return view.sums();
    }

    @Override
    public void deliver(int run, long step, int[] input) {
        if (runs.size(run) > 0) {
            double[] post = prepare(run, step);
            int begin = run + HEADER;
            loop.meet(runs.words, begin, runs.next(run), runs.numbers, runs.numbersOf(run, begin), post, input);
        }
    }

    @Override
    public void deliver(int run, long step, long[] input) {
        if (runs.size(run) > 0) {
            double[] post = prepare(run, step);
            int begin = run + HEADER;
            loop.meet(runs.words, begin, runs.next(run), runs.numbers, runs.numbersOf(run, begin), post, input);
        }
    }

    @Override
    public void postSpike(int neuron, long step) {
        sums.postSpike(neuron, step);
    }

    /** The weight of a synapse as of the step that has begun, relative to the largest. */
    private double relative(int run, int position, int neuron) {
        double trace = runs.numbers[runs.words[run + 2] + 1];
        double x = runs.numbers[runs.numbersOf(run, position)];
        PostView view = sums.view(runs.words[run + 1]);
        long from = sums.epochOf(lastKnown(run));
        if (trace != 0 && !isSettled(from, view.epoch())) {
            double raise = pairs.up() * trace / pairs.plus().after(sums.inEpoch(lastKnown(run)));
            for (long e = from; e < Math.min(view.epoch(), from + PostSums.REACH); e++) {
                x += raise * sums.total(e)[neuron];
                raise *= sums.acrossEpoch();
            }
            x += view.epoch() < from + PostSums.REACH ? raise * view.sums()[2 * neuron + PostView.RAISE] : 0;
        }
        return x < 1 ? x : 1;
    }

    @Override
    public double[] weights(int neuron) {
        sums.catchUp();
        double[] weights = new double[runs.onto(neuron)];
        for (int k = 0; k < weights.length; k++) {
            int position = runs.position(neuron, k);
            weights[k] = relative(runs.runOf(position), position, neuron) * pairs.mostWeight();
        }
        return weights;
    }

    @Override
    public double[] carried(int neuron) {
        return weights(neuron);
    }

    /** Behind it the weights, since they do not follow from what is kept of a synapse alone. */
    @Override
    public int[] copySynapses(int neuron) {
        int[] copy = runs.copy(neuron);
        int at = copy.length;
        double[] weights = weights(neuron);
        copy = Arrays.copyOf(copy, at + 2 * weights.length);
        for (double weight : weights) {
            at = Words.put(copy, at, weight);
        }
        return copy;
    }

    @Override
    public boolean restoreSynapses(int neuron, int[] copy) {
        int weights = 2 * runs.onto(neuron);
        return copy.length >= weights && runs.restore(neuron, Arrays.copyOf(copy, copy.length - weights));
    }

    @Override
    public int[] copyHistory(int neuron) {
        return sums.copy(neuron);
    }

    @Override
    public void restoreHistory(int neuron, int[] copy) {
        sums.restore(neuron, copy);
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
    public boolean hasHistory() {
        return true;
    }

    @Override
    public boolean hasSignal() {
        return false;
    }

    @Override
    public int signalDelay() {
        return 0;
    }

    @Override
    public void announceSignal(long emitted, long nextStep) {}

    @Override
    public int[] copySignal() {
        return new int[0];
    }

    @Override
    public void restoreSignal(int[] copy) {}

    @Override
    public long bytes() {
        long ofDelays = 0;
        for (int[] some : runsOf) {
            ofDelays += 4L * some.length;
        }
        return runs.bytes() + sums.bytes() + ofDelays;
    }
}
