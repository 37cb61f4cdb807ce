package org.ganglion.network.synapse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ganglion.network.random.Distribution;

/**
 * A rule by which what a synapse does follows the spikes on its two sides.
 *
 * <p>Delays are dendritic: a presynaptic spike emitted at t meets the postsynaptic spikes as they were at t - d, and a
 * postsynaptic spike at t reaches the synapse at t + d. The simulator calls, for each synapse in the order of these times,
 * {@link #onPostSpike} and {@link #onPreSpike}; where both fall together the postsynaptic spike comes first, and is not
 * yet part of the trace that the presynaptic one meets. {@link #carried} is asked behind {@link #onPreSpike} and
 * {@link #preSpike}.
 *
 * <p>Three kinds of numbers are kept: some for each synapse, from which its weight follows; traces of the presynaptic
 * spikes, as they were just after the last one; and traces of the postsynaptic spikes, as they were just before each of
 * them. All times are in steps; the run starts one step before step 0. Implementations are immutable, and give the same bits
 * on any machine: elementary functions come from {@link StrictMath}.
 */
public interface Plasticity {

    /** Weights from {@code smallest} to {@code largest}. */
    record Weights(double smallest, double largest) {

        /** The size of the largest, whatever its sign. */
        public double size() {
            return Math.max(Math.abs(smallest), Math.abs(largest));
        }
    }

    /**
     * What spikes can ever carry, for synapses that begin with some weights. A run in which a spike carries more is stopped;
     * that a synapse keeps the sign that it begins with is the rule's own affair, and not looked at.
     */
    Weights reach(Weights atStart);

    /** What a spike usually carries over a synapse that begins with this weight: to how much of it sums are exact. */
    default double usual(double weightAtStart) {
        return weightAtStart;
    }

    /** How many numbers are kept for a synapse. */
    default int kept() {
        return 1;
    }

    /** The parameters that differ from synapse to synapse, in the order in which {@link #begin} takes their draws. */
    default List<Distribution> drawn() {
        return List.of();
    }

    /**
     * Writes what is kept for a synapse at the start.
     *
     * @param at where it begins in {@code kept}
     * @param drawn a draw of each of {@link #drawn()}
     */
    default void begin(double[] kept, int at, double weight, double[] drawn) {
        kept[at] = weight;
    }

    /** The weight of a synapse for which this is kept from {@code at} on. */
    default double weight(double[] kept, int at) {
        return kept[at];
    }

    /** Number of traces of a presynaptic neuron. */
    default int preTraces() {
        return 0;
    }

    /** Writes the traces of a presynaptic neuron at the start. */
    default void beginPre(double[] traces, int at) {
        Arrays.fill(traces, at, at + preTraces(), 0);
    }

    /**
     * Brings traces from just after the last presynaptic spike to just after this one.
     *
     * @param at where they begin in {@code traces}
     * @param sinceLast steps since that one, or since the start of the run
     */
    default void preSpike(double[] traces, int at, long sinceLast) {}

    /** Whether spikes of the postsynaptic neuron matter at all. */
    default boolean heedsPost() {
        return true;
    }

    /** Number of traces of a postsynaptic neuron; they begin at 0. */
    default int postTraces() {
        return 0;
    }

    /**
     * Writes the traces just before a postsynaptic spike.
     *
     * @param last where those just before the last one begin in {@code traces}; -1 if this is the first
     * @param at where to write
     */
    default void postSpike(double[] traces, int last, int at, long sinceLast) {}

    /**
     * A postsynaptic spike reaches the synapse: changes what is kept.
     *
     * @param at where it begins in {@code kept}
     * @param pre traces just after the last presynaptic spike, from {@code preAt} on
     * @param sincePre steps since that one, or since the start of the run
     * @param post traces just before this postsynaptic spike, from {@code postAt} on
     */
    default void onPostSpike(
            double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt) {}

    /**
     * A presynaptic spike reaches the synapse: changes what is kept.
     *
     * @param at where it begins in {@code kept}
     * @param pre traces just after the last presynaptic spike, from {@code preAt} on
     * @param sincePre steps since that one, or since the start of the run
     * @param post traces just before the last postsynaptic spike that the synapse knows, from {@code postAt} on; there is
     *     none if {@code postAt} is -1
     * @param sincePost steps since that one, above 0
     */
    default void onPreSpike(
            double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt, long sincePost) {}

    /** Whether {@link #carried} depends on a random number. */
    default boolean random() {
        return false;
    }

    /**
     * What the last presynaptic spike carries.
     *
     * @param pre traces just after it, from {@code preAt} on
     * @param uniform strictly between 0 and 1, another for each spike and synapse, if {@link #random()}
     */
    default double carried(double[] kept, int at, double[] pre, int preAt, double uniform) {
        return weight(kept, at);
    }

    /** The rule in numbers, if it is one of pairs in which postsynaptic spikes add to the weight whatever it is. */
    default Optional<AdditivePairs> additive() {
        return Optional.empty();
    }

    /** The signal that changes the synapses beside the spikes on their two sides. */
    default Optional<Modulation> modulation() {
        return Optional.empty();
    }
}
