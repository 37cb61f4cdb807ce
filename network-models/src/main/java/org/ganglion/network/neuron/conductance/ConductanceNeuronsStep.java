package org.ganglion.network.neuron.conductance;

import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.DoubleColumn;

/**
 * Advances the potentials of {@link ConductanceNeurons} by their gains and shifts, a neuron at a time: what
 * {@link ConductanceNeuronsStepVector} must equal to the bit. Held and rough neurons stay as they are.
 */
final class ConductanceNeuronsStep {
    private ConductanceNeuronsStep() {}

    static void advance(
            int first,
            int end,
            ConductanceMembrane membrane,
            DoubleColumn threshold,
            ConductanceNeurons.Room room,
            long[] fired) {
        double[] u = membrane.u;
        for (int word = first; word < end; word += Column.WORD) {
            long still = membrane.refractory.held[word >>> 6] | room.rough()[(word - first) >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                boolean stays = (still >>> i & 1) != 0;
                double free = room.gain()[i - first] * u[i] + room.shift()[i - first];
                if (!stays && free >= threshold.at(i)) {
                    firedBits |= 1L << i;
                }
                u[i] = stays ? u[i] : free;
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
