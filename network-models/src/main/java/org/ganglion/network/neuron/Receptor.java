package org.ganglion.network.neuron;

import org.ganglion.network.spec.Unit;

/**
 * A place where synaptic input is summed: each receptor of a neuron gets one number a step.
 *
 * @param name e.g. {@code excitatory}
 * @param unit the unit of a weight
 * @param sign which weights it takes
 * @param exact whether a rounding that a double would not make is too much: always summed in 64 bits
 */
public record Receptor(String name, Unit unit, Sign sign, boolean exact) {

    public Receptor(String name, Unit unit, Sign sign) {
        this(name, unit, sign, false);
    }

    /** Which synapses end here. */
    public enum Sign {
        /** Weights of either sign. */
        ANY,
        /** Weights of zero and above. */
        POSITIVE,
        /** Weights below zero. */
        NEGATIVE,
        /** Every spike counts as one, whatever the weight. */
        COUNT
    }
}
