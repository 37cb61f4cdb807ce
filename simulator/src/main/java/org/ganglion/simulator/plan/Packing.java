package org.ganglion.simulator.plan;

import org.ganglion.network.synapse.Plasticity;

/**
 * How the synapses of a projection onto one receptor are stored.
 *
 * <p>Synapses of the same packing share rows, so that the synapses of one source lie together.
 */
public sealed interface Packing {

    /** One weight for all: two bytes of target a synapse, summed in 32 bits. {@code weight} is in units. */
    record Constant(int weight) implements Packing {}

    /** 16 bits of target and 16 bits of weight in units of {@code 1 << shift}, summed in 32 bits. */
    record Packed(int shift) implements Packing {}

    /** 32 bits of target and 32 bits of weight in units, summed in 32 bits. */
    record Wide() implements Packing {}

    /** 32 bits of target and 64 bits of weight in units, summed in 64 bits. */
    record InLong() implements Packing {}

    /**
     * Weights that change: 32 bits of target, and what a rule keeps, in double precision. Summed in {@code unit}, in 32
     * bits or in 64. Rows belong to one projection.
     *
     * @param projection position among the projections of the network
     * @param maxDelay largest delay of any of its synapses, in steps
     */
    record Plastic(int projection, Plasticity rule, int maxDelay, double unit, boolean inLong) implements Packing {}
}
