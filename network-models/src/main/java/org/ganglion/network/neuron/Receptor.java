package org.ganglion.network.neuron;

import java.util.List;
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

    /** Means of a projection or stimulus that the sign of its weights decides where they end. */
    public static final String BY_SIGN = "";

    /** Whether weights below zero, or those of zero and above, end here. */
    public boolean takes(boolean negative) {
        return switch (sign) {
            case ANY, COUNT -> true;
            case POSITIVE -> !negative;
            case NEGATIVE -> negative;
        };
    }

    /**
     * Position of the receptor at which weights of a sign end: of those that take them, the one of this name, or with {@link
     * #BY_SIGN} the first; -1 if there is none.
     */
    public static int find(List<Receptor> receptors, String name, boolean negative) {
        for (int r = 0; r < receptors.size(); r++) {
            Receptor receptor = receptors.get(r);
            if (receptor.takes(negative) && (name.equals(BY_SIGN) || receptor.name.equals(name))) {
                return r;
            }
        }
        return -1;
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
