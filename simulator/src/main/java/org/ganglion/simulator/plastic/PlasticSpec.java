package org.ganglion.simulator.plastic;

import java.util.Optional;
import org.ganglion.network.synapse.AdditivePairs;
import org.ganglion.network.synapse.Plasticity;

/**
 * What all plastic synapses of a projection share.
 *
 * @param name of the projection, for messages
 * @param projection position among the projections of the network
 * @param key the number by which its synapses draw
 * @param minDelay smallest delay that any of them can have, in steps
 * @param maxDelay largest delay that any of them can have, in steps
 * @param unit what weights are summed in, a power of two
 * @param most the largest size of a weight that a spike may carry; sums are planned for it
 * @param counts whether every spike counts as one, whatever the weight
 * @param signalDelay from a spike of the signal to its effect, in steps; 0 where the rule has no signal
 */
public record PlasticSpec(
        String name,
        Plasticity rule,
        int projection,
        int key,
        long seed,
        int minDelay,
        int maxDelay,
        double unit,
        double most,
        boolean counts,
        int signalDelay) {
    private static final int MOST_DELAYS = 64;

    /** Of a neuron whose last spikes are kept, some 64 of them. */
    private static final double HISTORY_BYTES = 32 + 64 * 16;

    /**
     * The rule as sums of what spikes add, if synapses follow from such sums: not where delays are so many that the sums,
     * one for each delay and neuron, would be more than a history.
     */
    Optional<AdditivePairs> summed() {
        return rule.additive()
                .filter(p -> !counts && maxDelay - minDelay < MOST_DELAYS && PostSums.possible(p, maxDelay));
    }

    /** Memory for each target of what its spikes leave behind: sums where the rule is one of sums, else its last spikes. */
    public double targetBytes() {
        double sums =
                summed().map(p -> PostSums.bytesOfNeuron(p, minDelay, maxDelay)).orElse(0.0);
        return sums > 0 ? sums : rule.heedsPost() ? HISTORY_BYTES : 0;
    }

    /** Numbers of a run's header before its traces: step of the last presynaptic spike and, if needed, how many then. */
    int lead() {
        return rule.random() ? 2 : 1;
    }

    /** Numbers of a run's header. */
    int headerNumbers() {
        return lead() + rule.preTraces();
    }

    /** Numbers of a synapse before what the rule keeps: step of the last event, where time changes it. */
    int own() {
        return rule.modulation().isPresent() ? 1 : 0;
    }

    /** Numbers of a synapse. */
    int stride() {
        return own() + rule.kept();
    }

    /** Memory of a synapse and of a run, as far as it grows with their number. */
    public long bytes(long synapses, long runs) {
        long perSynapse = 2L * Integer.BYTES + 8L * stride() + (rule.random() ? Long.BYTES : 0);
        long perRun = (PlasticSynapses.HEADER_WORDS + 1L) * Integer.BYTES + 8L * headerNumbers();
        return synapses * perSynapse + runs * perRun;
    }
}
