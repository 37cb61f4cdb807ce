package org.ganglion.network.neuron.gif;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.DoubleColumn;

/** {@link SpikeTriggeredScalar}, a vector at a time. */
final class SpikeTriggeredVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private SpikeTriggeredVector() {}

    static void start(int first, int end, DoubleColumn base, double[] sum) {
        for (int i = first; i < end; i += S.length()) {
            at(base, i).intoArray(sum, i);
        }
    }

    static void add(int first, int end, double[] element, DoubleColumn leak, double[] sum) {
        for (int i = first; i < end; i += S.length()) {
            DoubleVector old = DoubleVector.fromArray(S, element, i);
            DoubleVector.fromArray(S, sum, i).add(old).intoArray(sum, i);
            old.add(old.mul(at(leak, i))).intoArray(element, i);
        }
    }
}
