package org.ganglion.simulator.plan;

import org.ganglion.simulator.plastic.PlasticSpec;

/**
 * How the synapses of a projection onto one receptor are stored.
 *
 * <p>Synapses of the same packing share rows, so that the synapses of one source lie together.
 */
public sealed interface Packing {

    /** Whether one table can hold the synapses onto several tiles of a group. */
    default boolean spansTiles() {
        return this instanceof Constant || this instanceof Packed;
    }

    /** One weight for all: two bytes of target a synapse, summed in 32 bits. {@code weight} is in units. */
    record Constant(int weight) implements Packing {}

    /** 16 bits of target and 16 bits of weight in units of {@code 1 << shift}, summed in 32 bits. */
    record Packed(int shift) implements Packing {}

    /** 32 bits of target and 32 bits of weight in units, summed in 32 bits. */
    record Wide() implements Packing {}

    /** 32 bits of target and 64 bits of weight in units, summed in 64 bits. */
    record InLong() implements Packing {}

    /**
     * Synapses that follow a rule: 32 bits of target, and what the rule keeps, in double precision. Rows belong to one
     * branch of one projection.
     *
     * @param negative whether they end at the receptor of negative weights, which may be the second branch of the projection
     * @param inLong whether weights are summed in 64 bits
     */
    record Plastic(PlasticSpec spec, boolean negative, boolean inLong) implements Packing {}
}
