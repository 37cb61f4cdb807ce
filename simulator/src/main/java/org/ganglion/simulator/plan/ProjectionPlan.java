package org.ganglion.simulator.plan;

import java.util.List;
import java.util.Optional;
import org.ganglion.network.Projection;
import org.ganglion.network.wiring.Wiring;

/**
 * A projection, ready to be asked for the synapses of each target.
 *
 * @param index position among the projections of the network
 * @param key draws weight (upper 32 bits) and delay (lower 32 bits) of a synapse: counter {@code target << 32 | number}
 * @param weights before they are rounded
 * @param delaysMs likewise
 * @param delays in steps
 * @param branches one, or two where the sign of a drawn weight decides: then positive weights take the first
 * @param negativeBelow with two branches and drawn weights: weight bits (unsigned) below this one are negative
 * @param signal spikes that act on all its synapses, whose rule says how
 */
public record ProjectionPlan(
        Projection projection,
        int index,
        int source,
        int target,
        Wiring wiring,
        long key,
        PlannedValue weights,
        PlannedValue delaysMs,
        WholeValues delays,
        List<Branch> branches,
        long negativeBelow,
        Optional<SignalPlan> signal) {

    public ProjectionPlan {
        branches = List.copyOf(branches);
    }

    /** Whether it has a synapse; of one that has none, the delays mean nothing. */
    boolean connects() {
        return wiring.synapses() > 0;
    }

    public int minDelay() {
        return (int) delays.smallest();
    }

    public int maxDelay() {
        return (int) delays.largest();
    }

    /** Whether synapses need random bits beside their source. */
    public boolean drawn() {
        return differ(weights) || differ(delaysMs);
    }

    private static boolean differ(PlannedValue value) {
        return value instanceof PlannedValue.Drawn && !value.constant();
    }
}
