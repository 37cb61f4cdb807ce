package org.ganglion.network.neuron.conductance;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;
import static org.ganglion.network.neuron.part.DoubleColumnVector.fromFloats;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.DoubleColumn;

/** {@link ConductanceStep}, a vector at a time. */
final class ConductanceStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private ConductanceStepVector() {}

    static void decay(int first, int end, double[] g, DoubleColumn decay, DoubleColumn jump, float[] input) {
        for (int i = first; i < end; i += S.length()) {
            DoubleVector arrived = fromFloats(input, i - first).mul(at(jump, i));
            DoubleVector.fromArray(S, g, i).mul(at(decay, i)).add(arrived).intoArray(g, i);
        }
    }

    static void decay(int first, int end, double[] g, DoubleColumn decay) {
        for (int i = first; i < end; i += S.length()) {
            DoubleVector.fromArray(S, g, i).mul(at(decay, i)).intoArray(g, i);
        }
    }

    static void rise(
            int first,
            int end,
            double dtMs,
            double[] g,
            double[] slope,
            DoubleColumn decay,
            DoubleColumn jump,
            float[] input) {
        for (int i = first; i < end; i += S.length()) {
            DoubleVector rate = DoubleVector.fromArray(S, slope, i);
            DoubleVector left = at(decay, i);
            DoubleVector.fromArray(S, g, i).add(rate.mul(dtMs)).mul(left).intoArray(g, i);
            DoubleVector arrived = fromFloats(input, i - first).mul(at(jump, i));
            rate.mul(left).add(arrived).intoArray(slope, i);
        }
    }
}
