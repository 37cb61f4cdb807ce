package org.ganglion.network.neuron.conductance;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.DoubleColumn;

/** {@link RoughnessStep}, a vector at a time. */
final class RoughnessStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private RoughnessStepVector() {}

    /** See {@link RoughnessStep#two}. */
    static void two(int first, int end, Roughness roughness, double[][] g, long[] rough) {
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
                DoubleVector q =
                        g0.mul(at(uniform, change0, change[0], i)).add(g1.mul(at(uniform, change1, change[1], i)));
                VectorMask<Double> large = p.compare(VectorOperators.GT, roughness.mostSize);
                VectorMask<Double> changing = p.mul(p).mul(q).compare(VectorOperators.GT, roughness.limit);
                bits |= large.or(changing).toLong() << i;
            }
            rough[(word - first) >>> 6] = bits;
        }
    }

    /** See {@link RoughnessStep#four}. */
    static void four(int first, int end, Roughness roughness, double[][] g, long[] rough) {
        double[] values0 = g[0];
        double[] values1 = g[1];
        double[] values2 = g[2];
        double[] values3 = g[3];
        DoubleColumn[] size = roughness.size;
        DoubleColumn[] change = roughness.change;
        boolean uniform = roughness.uniform;
        DoubleVector leak = at(roughness.leak, 0);
        DoubleVector size0 = at(size[0], 0);
        DoubleVector size1 = at(size[1], 0);
        DoubleVector size2 = at(size[2], 0);
        DoubleVector size3 = at(size[3], 0);
        DoubleVector change0 = at(change[0], 0);
        DoubleVector change1 = at(change[1], 0);
        DoubleVector change2 = at(change[2], 0);
        DoubleVector change3 = at(change[3], 0);
        for (int word = first; word < end; word += Column.WORD) {
            long bits = 0;
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                DoubleVector g0 = DoubleVector.fromArray(S, values0, i).abs();
                DoubleVector g1 = DoubleVector.fromArray(S, values1, i).abs();
                DoubleVector g2 = DoubleVector.fromArray(S, values2, i).abs();
                DoubleVector g3 = DoubleVector.fromArray(S, values3, i).abs();
                DoubleVector p = at(uniform, leak, roughness.leak, i)
                        .add(g0.mul(at(uniform, size0, size[0], i)))
                        .add(g1.mul(at(uniform, size1, size[1], i)))
                        .add(g2.mul(at(uniform, size2, size[2], i)))
                        .add(g3.mul(at(uniform, size3, size[3], i)));
                DoubleVector q = g0.mul(at(uniform, change0, change[0], i))
                        .add(g1.mul(at(uniform, change1, change[1], i)))
                        .add(g2.mul(at(uniform, change2, change[2], i)))
                        .add(g3.mul(at(uniform, change3, change[3], i)));
                VectorMask<Double> large = p.compare(VectorOperators.GT, roughness.mostSize);
                VectorMask<Double> changing = p.mul(p).mul(q).compare(VectorOperators.GT, roughness.limit);
                bits |= large.or(changing).toLong() << i;
            }
            rough[(word - first) >>> 6] = bits;
        }
    }
}
