package org.ganglion.network.neuron.conductance;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.DoubleColumn;

/** {@link RoughnessStep} of two parts, a vector at a time; four go by the scalar form. */
public final class RoughnessStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private RoughnessStepVector() {}

    /** See {@link RoughnessStep#two}. */
    public static void two(int first, int end, Roughness roughness, double[][] g, long[] rough) {
        double[] values0 = g[0];
        double[] values1 = g[1];
        DoubleColumn[] size = roughness.size;
        DoubleColumn[] change = roughness.change;
        boolean uniform = roughness.uniform;
        DoubleVector leak = at(roughness.leak, 0);
        DoubleVector size0 = at(size[0], 0);
        DoubleVector size1 = at(size[1], 0);
        DoubleVector change0 = at(change[0], 0);
        DoubleVector change1 = at(change[1], 0);
        for (int word = first; word < end; word += Column.WORD) {
            long bits = 0;
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                DoubleVector g0 = DoubleVector.fromArray(S, values0, i).abs();
                DoubleVector g1 = DoubleVector.fromArray(S, values1, i).abs();
                DoubleVector p = at(uniform, leak, roughness.leak, i)
                        .add(g0.mul(at(uniform, size0, size[0], i)))
                        .add(g1.mul(at(uniform, size1, size[1], i)));
                DoubleVector q = g0.mul(at(uniform, change0, change[0], i))
                        .add(g1.mul(at(uniform, change1, change[1], i)));
                VectorMask<Double> large = p.compare(VectorOperators.GT, roughness.mostSize);
                VectorMask<Double> changing = p.mul(p).mul(q).compare(VectorOperators.GT, roughness.limit);
                bits |= large.or(changing).toLong() << i;
            }
            rough[(word - first) >>> 6] = bits;
        }
    }
}
