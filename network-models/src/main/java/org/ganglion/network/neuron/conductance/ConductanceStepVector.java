package org.ganglion.network.neuron.conductance;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.DoubleColumn;

/** {@link ConductanceStep}, a vector at a time. */
final class ConductanceStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    /** As many floats as there are lanes of doubles. */
    private static final VectorSpecies<Float> HALF =
            VectorSpecies.of(float.class, VectorShape.forBitSize(S.vectorBitSize() / 2));

    private ConductanceStepVector() {}

    static void decay(int first, int end, double[] g, DoubleColumn decay, DoubleColumn jump, float[] input) {
        for (int i = first; i < end; i += S.length()) {
            DoubleVector arrived = doubles(input, i - first).mul(at(jump, i));
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
            DoubleVector arrived = doubles(input, i - first).mul(at(jump, i));
            rate.mul(left).add(arrived).intoArray(slope, i);
        }
    }

    private static DoubleVector doubles(float[] input, int index) {
        return (DoubleVector) FloatVector.fromArray(HALF, input, index).convertShape(VectorOperators.F2D, S, 0);
    }
}
