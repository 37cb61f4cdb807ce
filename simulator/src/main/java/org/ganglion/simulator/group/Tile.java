package org.ganglion.simulator.group;

import java.util.List;
import org.ganglion.simulator.stimulus.SliceInput;
import org.ganglion.simulator.synapse.Sums;
import org.ganglion.simulator.synapse.SynapseTable;

/**
 * Neurons of a group whose sums fit a core's L2 cache together, with the synapses onto them. A group of usual size is one
 * tile; a larger one delivers and steps tile after tile.
 *
 * @param number its place in the group
 * @param tables those with synapses onto its neurons; other tiles may have them, too
 */
record Tile(int number, List<Part> parts, List<SynapseTable> tables, List<PlasticPart> plastic, Sums sums) {

    /** Neurons {@code first} to {@code end} of a slice (multiples of 64), the first at {@code inTile}. */
    record Part(Slice slice, int first, int end, int inTile) {}

    /** Number of neurons, without padding. */
    int neurons() {
        int neurons = 0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            neurons += Math.min(part.end(), part.slice().size()) - part.first();
        }
        return neurons;
    }

    /** Adds what is filed so far for a step to the sums; returns the number of synapses. */
    long deliver(long step) {
        long synapses = 0;
        for (int i = 0; i < tables.size(); i++) {
            synapses += tables.get(i).deliver(step, number, sums);
        }
        return synapses;
    }

    /** Likewise for a step whose turn has not come; weights that change must wait for it, or state would run ahead. */
    long deliverAhead(long step) {
        long synapses = 0;
        for (int i = 0; i < tables.size(); i++) {
            synapses += tables.get(i).plastic() ? 0 : tables.get(i).deliver(step, number, sums);
        }
        return synapses;
    }

    /**
     * Advances all neurons of the tile by one step.
     *
     * @param delivered number of synapses that were due; where there were none, neurons that only respond rest
     */
    void step(long step, long delivered, float[][] input) {
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            if (delivered == 0 && part.slice().restsIn(step)) {
                part.slice().rest(part.first(), part.end());
                continue;
            }
            for (int first = part.first(); first < part.end(); first += SliceInput.CHUNK) {
                int count = Math.min(SliceInput.CHUNK, part.end() - first);
                part.slice().step(step, first, count, sums, part.inTile() + first - part.first(), input);
            }
        }
    }
}
