package org.ganglion.simulator;

/**
 * Tells the synapses of a network, with their weights at one time, by projection and target. The answers are the same
 * however the network is split into groups. Used by one thread.
 */
public interface SynapseWeights {

    /**
     * The synapses of a projection onto one target, in the order of their number. The arrays are only lent: they are written
     * again by the next call.
     *
     * @param projection position among the projections of the network
     * @param target index in its population
     */
    Row onto(int projection, int target);

    /**
     * Synapses onto one target; only the first {@code count} entries are used.
     *
     * @param sources indices in the source population
     * @param weights in the unit of the target's receptor, before they are rounded for summing; NaN where not known
     */
    record Row(int count, int[] sources, double[] delaysMs, double[] weights) {}
}
