package org.ganglion.network.synapse;

/**
 * What a rule does that pairs all spikes and adds the same to a weight whatever it is: the step sizes and time constants
 * that the simulator needs to sum what many postsynaptic spikes add, in place of calling the rule for each.
 *
 * <p>Of a synapse one number {@code x} is kept, between 0 and 1, and its weight is {@code mostWeight x}. A postsynaptic
 * spike adds {@code up K_plus} to it, a presynaptic one takes {@code (down + downByWeight x) K_minus} from it. Each spike
 * adds 1 to the trace of its side.
 *
 * @param up at most 1, so that sums keep their digits
 * @param mostWeight the largest weight, negative where all weights are
 */
public record AdditivePairs(Decay plus, Decay minus, double up, double down, double downByWeight, double mostWeight) {

    public AdditivePairs {
        if (!(up >= 0 && up <= 1 && down >= 0 && downByWeight >= 0)) {
            throw new IllegalArgumentException("steps of " + up + ", " + down + " and " + downByWeight
                    + ": must not be negative, and the first at most 1");
        }
    }
}
