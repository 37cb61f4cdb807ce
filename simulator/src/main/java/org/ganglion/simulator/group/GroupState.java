package org.ganglion.simulator.group;

import java.util.List;
import org.ganglion.simulator.link.SpikeBatch;

/**
 * Everything that decides the future of a group's neurons, and what has been counted of them, before a step. Told by
 * neuron and by synapse, so that neurons of any groups can be put together into others; calendars and rows of synapses are
 * not in it, because they follow from the spikes and the seed.
 *
 * @param step the next step to be computed
 * @param neurons one entry for each population that has neurons in the group
 * @param recent the group's own spikes of the steps from which some may still be on their way
 * @param plastic state of plastic synapses
 */
public record GroupState(long step, List<Neurons> neurons, SpikeBatch recent, List<Plastic> plastic, Totals totals) {

    public GroupState {
        neurons = List.copyOf(neurons);
        plastic = List.copyOf(plastic);
    }

    /**
     * Neurons of one population.
     *
     * @param indices of the neurons in their population
     * @param wordsPerNeuron words of state of each
     * @param words {@code [neuron * wordsPerNeuron + word]}, as the model gives them
     * @param statistics {@code [neuron * 4 ..]}: spikes after the warm-up, step of the last one, sum of the intervals and of
     *     their squares in steps
     * @param windowSpikes spikes of them all so far in the window of time that the step is in: see
     *     {@link org.ganglion.simulator.link.WindowWatch}
     */
    public record Neurons(
            int population, int[] indices, int wordsPerNeuron, int[] words, long[] statistics, long windowSpikes) {}

    /** What a word list of {@link Plastic} tells. */
    public enum PlasticKind {
        /** The synapses of a projection onto one target, in the order of their number. */
        SYNAPSES,
        /** The spikes of one target of a projection that its synapses from there have not all seen yet. */
        HISTORY,
        /** What the signal of a projection did that its synapses have not all seen yet; each group that holds some has it. */
        SIGNAL
    }

    /**
     * State of plastic synapses.
     *
     * @param of the projection; its complement for those of its synapses that end at a receptor of negative weights
     * @param neuron target, by its index in its population; of a signal, one of the group's
     */
    public record Plastic(PlasticKind kind, int of, int neuron, int[] words) {}

    /**
     * What is counted for a group as a whole; adds up over groups.
     *
     * @param spikes emitted, warm-up included
     * @param synapticEvents after the warm-up
     */
    public record Totals(long spikes, long spikeHash, long synapticEvents) {
        public static final Totals NONE = new Totals(0, 0, 0);

        public Totals plus(Totals other) {
            return new Totals(
                    spikes + other.spikes, spikeHash + other.spikeHash, synapticEvents + other.synapticEvents);
        }
    }
}
