package org.ganglion.network.neuron.psc;

import static org.ganglion.network.neuron.part.ColumnVector.at;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.Membrane;

/** {@link IafPscAlphaStep}, a vector at a time. */
final class IafPscAlphaStepVector {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private IafPscAlphaStepVector() {}

    static void current(int first, int end, IafPscAlpha.Current current, float[] input, float[] push) {
        float[] pA = current.pA();
        float[] rise = current.rise();
        boolean uniform = current.isUniform();
        FloatVector gain = at(current.gain(), 0);
        FloatVector riseGain = at(current.riseGain(), 0);
        FloatVector leak = at(current.leak(), 0);
        FloatVector growth = at(current.growth(), 0);
        for (int i = first; i < end; i += S.length()) {
            FloatVector oldPa = FloatVector.fromArray(S, pA, i);
            FloatVector oldRise = FloatVector.fromArray(S, rise, i);
            FloatVector leaks = at(uniform, leak, current.leak(), i);
            FloatVector pushed = oldPa.mul(at(uniform, gain, current.gain(), i))
                    .add(oldRise.mul(at(uniform, riseGain, current.riseGain(), i)));
            FloatVector.fromArray(S, push, i - first).add(pushed).intoArray(push, i - first);
            FloatVector grown = oldRise.mul(at(uniform, growth, current.growth(), i));
            oldPa.add(oldPa.mul(leaks).add(grown)).intoArray(pA, i);
            FloatVector jump = FloatVector.fromArray(S, input, i - first);
            oldRise.add(oldRise.mul(leaks).add(jump)).intoArray(rise, i);
        }
    }

    static void potential(int first, int end, Membrane membrane, float[] push, long[] fired) {
        float[] v = membrane.v;
        long[] held = membrane.refractory.held;
        boolean uniform = membrane.isUniform();
        FloatVector leak = at(membrane.leak, 0);
        FloatVector threshold = at(membrane.threshold, 0);
        for (int word = first >>> 6; word < end >>> 6; word++) {
            long heldBits = held[word];
            long firedBits = 0;
            for (int lane = 0; lane < Column.WORD; lane += S.length()) {
                int i = (word << 6) + lane;
                VectorMask<Float> isHeld = VectorMask.fromLong(S, heldBits >>> lane);
                FloatVector old = FloatVector.fromArray(S, v, i);
                FloatVector change = old.mul(at(uniform, leak, membrane.leak, i))
                        .add(at(membrane.drive, i))
                        .add(FloatVector.fromArray(S, push, i - first));
                FloatVector free = old.add(change);
                FloatVector limit = at(uniform, threshold, membrane.threshold, i);
                firedBits |=
                        free.compare(VectorOperators.GE, limit).andNot(isHeld).toLong() << lane;
                free.blend(old, isHeld).intoArray(v, i);
            }
            fired[word] = firedBits;
        }
    }
}
