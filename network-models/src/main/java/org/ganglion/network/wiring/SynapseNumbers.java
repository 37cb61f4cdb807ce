package org.ganglion.network.wiring;

/** Weights or delays of the synapses of one projection that are not drawn. Immutable and thread-safe. */
public interface SynapseNumbers {

    /**
     * Writes the number of each synapse of a target to {@code out[0 .. count)}.
     *
     * @param sources of the synapses, as {@link Wiring#sources} gives them
     */
    void fill(int target, int[] sources, int count, double[] out);
}
