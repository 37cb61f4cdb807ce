package org.ganglion.simulator;

import java.util.List;

/**
 * What a run did.
 *
 * @param firstStep first step after the warm-up
 * @param endStep step reached; a partial run ends before it was meant to
 * @param spikes spikes emitted after the warm-up, with multiplicity
 * @param synapticEvents spikes delivered over synapses after the warm-up
 * @param synapseBytes memory of synapses with their indices
 * @param spikeHash commutative sum over (population, neuron, step, multiplicity) of all spikes of all populations,
 *     recorded or not, warm-up included
 * @param stateHash commutative sum over the state bits of all neurons at the end
 * @param delaysRounded synapses whose drawn delay was not a multiple of the step
 * @param largestRoundingMs by how much at most their delay changed
 * @param wallSeconds wall time after the warm-up
 * @param modelSeconds model time after the warm-up
 * @param timedSeconds model time that passed in the wall time: less where a run was resumed
 * @param timedEvents synaptic events in that time
 * @param locality how much of the network stays inside groups
 */
public record RunSummary(
        List<PopulationSummary> populations,
        long firstStep,
        long endStep,
        boolean partial,
        long neurons,
        long synapses,
        long spikes,
        long synapticEvents,
        long synapseBytes,
        long spikeHash,
        long stateHash,
        long delaysRounded,
        double largestRoundingMs,
        int groups,
        int threads,
        double buildSeconds,
        double warmUpSeconds,
        double wallSeconds,
        double modelSeconds,
        double timedSeconds,
        long timedEvents,
        Locality locality) {

    public RunSummary {
        populations = List.copyOf(populations);
    }

    /** Wall time over the model time that passed in it, without the warm-up. */
    public double realTimeFactor() {
        return timedSeconds > 0 ? wallSeconds / timedSeconds : Double.NaN;
    }

    /** Synaptic events a second of wall time. */
    public double eventsPerSecond() {
        return timedSeconds > 0 ? timedEvents / wallSeconds : Double.NaN;
    }

    /** The hash as printed: 16 hexadecimal digits. */
    public String spikeHashText() {
        return String.format("%016x", spikeHash);
    }
}
