package org.ganglion.simulator.plastic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganglion.network.synapse.AdditivePairs;
import org.ganglion.network.synapse.Decay;

/**
 * What the spikes of some neurons add to the weights of synapses, summed for each neuron: since the beginning of the current
 * epoch as each delay knows them ({@link PostView}), and in each of the last epochs.
 *
 * <p>What a presynaptic spike at t makes of the postsynaptic ones behind it is {@code up exp((t - start) / tau_plus)} times
 * the growth of the sum of their {@code exp(-(s - start) / tau_plus)}. The first factor grows and the terms shrink, so that
 * digits are lost; hence epochs of twelve time constants, after which all starts from 0. What is left of a spike after
 * {@link #REACH} epochs is less than rounding.
 */
final class PostSums {
    /** Epochs in which a presynaptic spike has an effect: that of the spike and those behind it. */
    static final int REACH = 4;

    private static final int TIME_CONSTANTS = 12; // of an epoch
    private static final int MOST_TOTALS = 32;

    private final AdditivePairs pairs;
    private final int epoch; // steps
    private final int neurons;
    private final double[][] totals; // [epoch % length][neuron]
    private final RecentSpikes recent = new RecentSpikes();
    private final List<PostView> views = new ArrayList<>(); // the first is that of the largest delay
    private final int[] viewOf; // [delay]: which view, -1 if there is none
    private long step = PlasticSynapses.START;
    private boolean behind; // some views, since the first one was restored

    PostSums(AdditivePairs pairs, int maxDelay, int neurons) {
        this.pairs = pairs;
        this.epoch = epoch(pairs.plus());
        this.neurons = neurons;
        this.totals = new double[totals(pairs, maxDelay)][neurons];
        this.viewOf = new int[maxDelay + 1];
        Arrays.fill(viewOf, -1);
        include(maxDelay);
    }

    /** Steps of an epoch. */
    static int epoch(Decay decay) {
        return (int) Math.ceil(TIME_CONSTANTS * decay.steps());
    }

    /** Epochs that totals are kept of: two times those that are settled together, and one that begins earlier than known. */
    private static int totals(AdditivePairs pairs, int maxDelay) {
        return 2 * REACH + 1 + Math.ceilDiv(2 * maxDelay, epoch(pairs.plus()));
    }

    /** Memory for each neuron, if all delays between two are there; spikes of the last moment come to it. */
    static double bytesOfNeuron(AdditivePairs pairs, int minDelay, int maxDelay) {
        return 8.0 * (totals(pairs, maxDelay) + 2.0 * (maxDelay - minDelay + 1));
    }

    /** Whether time constants are in a range in which sums serve: not below a step, and not far below the delays. */
    static boolean possible(AdditivePairs pairs, int maxDelay) {
        return within(pairs.plus()) && within(pairs.minus()) && totals(pairs, maxDelay) <= MOST_TOTALS;
    }

    private static boolean within(Decay decay) {
        return decay.steps() >= 1 && decay.steps() < 1e6;
    }

    /** Has the sums be kept as a delay knows them. */
    void include(int delay) {
        if (viewOf[delay] < 0) {
            viewOf[delay] = views.size();
            views.add(new PostView(pairs, delay, neurons, step));
        }
    }

    List<PostView> views() {
        return views;
    }

    PostView view(int delay) {
        return views.get(viewOf[delay]);
    }

    /** What the spikes of an epoch add in all, counted from its start: by neuron. */
    double[] total(long number) {
        return totals[Math.floorMod(number, totals.length)];
    }

    long epochOf(long time) {
        return Math.floorDiv(time, epoch);
    }

    /** Steps from the start of its epoch to a step. */
    int inEpoch(long time) {
        return Math.floorMod(time, epoch);
    }

    /** What is left of a sum when it is told from the start of the next epoch. */
    double acrossEpoch() {
        return pairs.plus().after(epoch);
    }

    /** Begins a step; the views then advance. */
    void beginStep(long next) {
        catchUp();
        if (epochOf(next) != epochOf(step)) {
            Arrays.fill(total(epochOf(next)), 0);
        }
        step = next;
        recent.forget(views.getFirst().needed());
    }

    boolean advance(PostView view) {
        return view.advance(recent);
    }

    void postSpike(int neuron, long time) {
        recent.add(neuron, time);
        total(epochOf(time))[neuron] += pairs.plus().after(inEpoch(time));
    }

    /** The last step known over the largest delay, the sums then, totals by epoch, and the steps of later spikes. */
    int[] copy(int neuron) {
        PostView base = views.getFirst();
        long[] later = recent.of(neuron, neurons, base.known());
        int[] words = new int[2 * (3 + totals.length + later.length)];
        int at = Words.put(words, 0, base.known());
        at = Words.put(words, at, base.sums()[2 * neuron + PostView.RAISE]);
        at = Words.put(words, at, base.sums()[2 * neuron + PostView.LOWER]);
        for (double[] total : totals) {
            at = Words.put(words, at, total[neuron]);
        }
        for (long time : later) {
            at = Words.put(words, at, time);
        }
        return words;
    }

    void restore(int neuron, int[] words) {
        PostView base = views.getFirst();
        base.sums()[2 * neuron + PostView.RAISE] = Words.getDouble(words, 2);
        base.sums()[2 * neuron + PostView.LOWER] = Words.getDouble(words, 4);
        int at = 6;
        for (double[] total : totals) {
            total[neuron] = Words.getDouble(words, at);
            at += 2;
        }
        for (; at < words.length; at += 2) {
            recent.add(neuron, Words.getLong(words, at));
        }
        base.restart(Words.getLong(words, 0), recent);
        step = base.known() + 2L * base.delay();
        behind = true;
    }

    /** After sums were restored: brings all views to the same step, by the operations that they went through before. */
    void catchUp() {
        if (!behind) {
            return;
        }
        PostView base = views.getFirst();
        recent.sort(base.known());
        base.restart(base.known(), recent);
        for (PostView view : views) {
            if (view != base) {
                view.follow(base);
                while (view.known() < step - 2L * view.delay()) {
                    view.advance(recent);
                }
            }
        }
        behind = false;
    }

    long bytes() {
        return 8L * neurons * (totals.length + 2L * views.size()) + recent.bytes();
    }
}
