package org.ganglion.network.neuron.conductance;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.DoubleColumn;

/** {@link RoughnessStep} of two parts, a vector at a time; four go by the scalar form. */
public final class RoughnessStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private RoughnessStepVector() {}

    /** See {@link RoughnessStep#two}. */
    public static void two(int first, int end, Roughness roughness, double[][] g, long[] rough) {
        DoubleColumn[] size = roughness.size;
        DoubleColumn[] change = roughness.change;
        double[] values0 = g[0];
        double[] values1 = g[1];
        Arrays.fill(rough, 0, (end - first) >>> 6, 0);
        for (int i = first; i < end; i += S.length()) {
            DoubleVector g0 = DoubleVector.fromArray(S, values0, i).abs();
            DoubleVector g1 = DoubleVector.fromArray(S, values1, i).abs();
            DoubleVector p = at(roughness.leak, i).add(g0.mul(at(size[0], i))).add(g1.mul(at(size[1], i)));
            DoubleVector q = g0.mul(at(change[0], i)).add(g1.mul(at(change[1], i)));
            mark(roughness, p, q, rough, i - first);
        }
    }

    private static void mark(Roughness roughness, DoubleVector p, DoubleVector q, long[] rough, int index) {
        VectorMask<Double> large = p.compare(VectorOperators.GT, roughness.mostSize);
        VectorMask<Double> changing = p.mul(p).mul(q).compare(VectorOperators.GT, roughness.limit);
        rough[index >>> 6] |= large.or(changing).toLong() << index;
    }
}
