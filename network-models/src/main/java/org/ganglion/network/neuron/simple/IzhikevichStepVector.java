package org.ganglion.network.neuron.simple;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.DoubleColumnVector;

/** {@link IzhikevichStep}, a vector at a time. */
final class IzhikevichStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private IzhikevichStepVector() {}

    static void consistent(int first, int end, Izhikevich.Cells cells, float[] input, long[] fired) {
        double[] v = cells.v();
        double[] u = cells.u();
        double dtMs = cells.dtMs();
        boolean uniform = cells.isUniform();
        DoubleVector pace = at(cells.pace(), 0);
        DoubleVector b = at(cells.b(), 0);
        DoubleVector c = at(cells.c(), 0);
        DoubleVector d = at(cells.d(), 0);
        DoubleVector threshold = at(cells.threshold(), 0);
        DoubleVector bound = at(cells.bound(), 0);
        DoubleColumn current = cells.current().pA;
        Arrays.fill(fired, first >>> 6, end >>> 6, 0);
        for (int i = first; i < end; i += S.length()) {
            DoubleVector oldV = DoubleVector.fromArray(S, v, i);
            DoubleVector oldU = DoubleVector.fromArray(S, u, i);
            DoubleVector slope =
                    oldV.mul(0.04).add(5).mul(oldV).add(140).sub(oldU).add(at(current, i));
            DoubleVector newV = oldV.add(slope.mul(dtMs)).add(DoubleColumnVector.fromFloats(input, i - first));
            DoubleVector follow = at(uniform, b, cells.b(), i).mul(oldV).sub(oldU);
            DoubleVector newU = oldU.add(at(uniform, pace, cells.pace(), i).mul(follow));
            DoubleVector least = at(uniform, bound, cells.bound(), i);
            DoubleVector bounded = newV.blend(least, newV.compare(VectorOperators.LT, least));
            VectorMask<Double> fires =
                    bounded.compare(VectorOperators.GE, at(uniform, threshold, cells.threshold(), i));
            fired[i >>> 6] |= fires.toLong() << i;
            bounded.blend(at(uniform, c, cells.c(), i), fires).intoArray(v, i);
            newU.blend(newU.add(at(uniform, d, cells.d(), i)), fires).intoArray(u, i);
        }
    }

    static void published(int first, int end, Izhikevich.Cells cells, float[] input, long[] fired) {
        double[] v = cells.v();
        double[] u = cells.u();
        double halfMs = 0.5 * cells.dtMs();
        boolean uniform = cells.isUniform();
        DoubleVector pace = at(cells.pace(), 0);
        DoubleVector b = at(cells.b(), 0);
        DoubleVector c = at(cells.c(), 0);
        DoubleVector d = at(cells.d(), 0);
        DoubleVector threshold = at(cells.threshold(), 0);
        DoubleVector bound = at(cells.bound(), 0);
        DoubleColumn current = cells.current().pA;
        Arrays.fill(fired, first >>> 6, end >>> 6, 0);
        for (int i = first; i < end; i += S.length()) {
            DoubleVector oldV = DoubleVector.fromArray(S, v, i);
            DoubleVector oldU = DoubleVector.fromArray(S, u, i);
            DoubleVector drive = DoubleVector.broadcast(S, 140)
                    .sub(oldU)
                    .add(at(current, i))
                    .add(DoubleColumnVector.fromFloats(input, i - first));
            DoubleVector middleV =
                    oldV.add(oldV.mul(0.04).add(5).mul(oldV).add(drive).mul(halfMs));
            DoubleVector newV =
                    middleV.add(middleV.mul(0.04).add(5).mul(middleV).add(drive).mul(halfMs));
            DoubleVector follow = at(uniform, b, cells.b(), i).mul(newV).sub(oldU);
            DoubleVector newU = oldU.add(at(uniform, pace, cells.pace(), i).mul(follow));
            DoubleVector least = at(uniform, bound, cells.bound(), i);
            DoubleVector bounded = newV.blend(least, newV.compare(VectorOperators.LT, least));
            VectorMask<Double> fires =
                    bounded.compare(VectorOperators.GE, at(uniform, threshold, cells.threshold(), i));
            fired[i >>> 6] |= fires.toLong() << i;
            bounded.blend(at(uniform, c, cells.c(), i), fires).intoArray(v, i);
            newU.blend(newU.add(at(uniform, d, cells.d(), i)), fires).intoArray(u, i);
        }
    }
}
