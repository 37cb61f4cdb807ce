package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.simulator.plastic.PlasticSynapses;

/**
 * Plastic synapses of one projection onto neurons {@code first} to {@code end} of a slice, which learn of these neurons'
 * spikes.
 *
 * @param projection position among the projections of the network
 */
record PlasticPart(int projection, Slice slice, int first, int end, PlasticSynapses synapses) {

    /** Those in a tile. */
    static List<PlasticPart> of(List<Tile.Part> parts, List<SynapseTable> tables) {
        List<PlasticPart> result = new ArrayList<>();
        for (SynapseTable table : tables) {
            if (table.store() instanceof Store.OfPlastic plastic) {
                for (Tile.Part part : parts) {
                    if (part.slice().population() == plastic.population()) {
                        int end = part.first() + plastic.synapses().neurons();
                        result.add(new PlasticPart(
                                plastic.projection(), part.slice(), part.first(), end, plastic.synapses()));
                    }
                }
            }
        }
        return result;
    }

    /** Takes note that a neuron of the group fired, perhaps several times at once. */
    void fired(int population, int indexInSlice, long step, int multiplicity) {
        if (population == slice.population() && indexInSlice >= first && indexInSlice < end) {
            for (int i = 0; i < multiplicity; i++) {
                synapses.postSpike(indexInSlice - first, step);
            }
        }
    }
}
