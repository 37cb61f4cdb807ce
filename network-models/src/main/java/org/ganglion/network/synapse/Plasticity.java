package org.ganglion.network.synapse;

/**
 * A rule by which the weight of a synapse follows the spikes on its two sides.
 *
 * <p>Delays are dendritic: a presynaptic spike emitted at t meets the postsynaptic spikes as they were at t - d, and a
 * postsynaptic spike at t reaches the synapse at t + d. The simulator calls, for each synapse in the order of these times,
 * {@link #onPostSpike} and {@link #onPreSpike}; where both fall together the postsynaptic spike comes first, and is not
 * yet part of the trace that the presynaptic one meets.
 *
 * <p>Three kinds of numbers are kept: one for each synapse, from which its weight follows; traces of the presynaptic
 * spikes, as they were just after the last one; and traces of the postsynaptic spikes, as they were just before each of
 * them. All times are in steps. Implementations are immutable, and give the same bits on any machine: elementary functions
 * come from {@link StrictMath}.
 */
public interface Plasticity {

    /** The smallest and largest weight that a synapse can ever have; both of one sign, or zero. */
    double smallestWeight();

    double largestWeight();

    /** What is kept for a synapse of this weight. */
    double kept(double weight);

    /** The weight of a synapse for which this is kept. */
    double weight(double kept);

    /** Number of traces of a presynaptic neuron; they begin at 0. */
    int preTraces();

    /** Number of traces of a postsynaptic neuron; they begin at 0. */
    int postTraces();

    /**
     * Brings traces from just after the last presynaptic spike to just after this one.
     *
     * @param at where they begin in {@code traces}
     */
    void preSpike(double[] traces, int at, long sinceLast);

    /**
     * Writes the traces just before a postsynaptic spike.
     *
     * @param last where those just before the last one begin in {@code traces}; -1 if this is the first
     * @param at where to write
     */
    void postSpike(double[] traces, int last, int at, long sinceLast);

    /**
     * What is kept once a postsynaptic spike has reached the synapse.
     *
     * @param pre traces just after the last presynaptic spike, from {@code preAt} on
     * @param sincePre steps since that one, or since the start of the run
     * @param post traces just before this postsynaptic spike, from {@code postAt} on
     */
    double onPostSpike(double kept, double[] pre, int preAt, long sincePre, double[] post, int postAt);

    /**
     * What is kept once a presynaptic spike has reached the synapse; it carries this weight.
     *
     * @param pre traces just after the last presynaptic spike, from {@code preAt} on
     * @param sincePre steps since that one, or since the start of the run
     * @param post traces just before the last postsynaptic spike that the synapse knows, from {@code postAt} on; there is
     *     none if {@code postAt} is -1
     * @param sincePost steps since that one, above 0
     */
    double onPreSpike(double kept, double[] pre, int preAt, long sincePre, double[] post, int postAt, long sincePost);
}
