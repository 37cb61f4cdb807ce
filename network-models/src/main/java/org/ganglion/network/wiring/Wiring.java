package org.ganglion.network.wiring;

/**
 * The synapses of one projection, asked per target. Immutable and thread-safe; the same question has the same answer at
 * any time and on any machine.
 */
public interface Wiring {

    /** Number of synapses onto a target. */
    int inDegree(int target);

    /** The largest {@link #inDegree} of all targets. */
    int maxInDegree();

    /** Number of all synapses. */
    long synapses();

    /**
     * Writes the source of each synapse of a target to {@code out[0 .. inDegree(target))}. The position of a synapse in
     * here is its number, by which weight and delay are drawn.
     */
    void sources(int target, int[] out);
}
