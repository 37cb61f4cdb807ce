package org.ganglion.io.hdf5;

import java.util.Arrays;
import org.ganglion.network.Network;

/** How many spikes a file is to hold, counted before it is laid out: by population, and by neuron where its order needs that. */
public final class SpikeCounts {
    private final int[] offsets; // [population], and the number of all neurons behind the last
    private final long[] byPopulation;
    private final long[] byNeuron; // [neuron in the network]; empty where only populations are counted

    public SpikeCounts(Network network, SpikeOrder order) {
        this.offsets = PopulationOffsets.of(network);
        this.byPopulation = new long[offsets.length - 1];
        this.byNeuron = new long[order == SpikeOrder.BY_ID ? offsets[offsets.length - 1] : 0];
    }

    /**
     * Counts spikes.
     *
     * @param neurons indices in the network
     */
    public void add(int[] neurons, int count) {
        for (int i = 0; i < count; i++) {
            byPopulation[PopulationOffsets.populationOf(offsets, neurons[i])]++;
            if (byNeuron.length > 0) {
                byNeuron[neurons[i]]++;
            }
        }
    }

    /** Spikes of a population. */
    public long of(int population) {
        return byPopulation[population];
    }

    /** Spikes of each neuron of a population, in their order. */
    long[] ofNeurons(int population) {
        return Arrays.copyOfRange(byNeuron, offsets[population], offsets[population + 1]);
    }
}
