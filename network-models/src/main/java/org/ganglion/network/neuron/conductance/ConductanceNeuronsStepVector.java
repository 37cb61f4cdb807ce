package org.ganglion.network.neuron.conductance;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.DoubleColumn;

/** {@link ConductanceNeuronsStep}, a vector at a time. */
final class ConductanceNeuronsStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private ConductanceNeuronsStepVector() {}

    static void advance(
            int first,
            int end,
            ConductanceMembrane membrane,
            DoubleColumn threshold,
            ConductanceNeurons.Room room,
            long[] fired) {
        double[] u = membrane.u;
        double[] gain = room.gain();
        double[] shift = room.shift();
        for (int word = first; word < end; word += Column.WORD) {
            long still = membrane.refractory.held[word >>> 6] | room.rough()[(word - first) >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                VectorMask<Double> stays = VectorMask.fromLong(S, still >>> i);
                DoubleVector old = DoubleVector.fromArray(S, u, i);
                DoubleVector free = DoubleVector.fromArray(S, gain, i - first)
                        .mul(old)
                        .add(DoubleVector.fromArray(S, shift, i - first));
                firedBits |= free.compare(VectorOperators.GE, at(threshold, i))
                                .andNot(stays)
                                .toLong()
                        << i;
                free.blend(old, stays).intoArray(u, i);
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
