package org.ganglion.network.neuron;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link IafPscAlphaStep}, a vector at a time. */
final class IafPscAlphaStepVector {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private IafPscAlphaStepVector() {}

    static void one(int first, int end, Membrane membrane, IafPscAlpha.Current current, float[] input, long[] fired) {
        float[] v = membrane.v;
        long[] held = membrane.refractory.held;
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                VectorMask<Float> isHeld = VectorMask.fromLong(S, heldBits >>> i);
                FloatVector old = FloatVector.fromArray(S, v, i);
                FloatVector change = old.mul(ColumnVector.at(S, membrane.leak, i))
                        .add(ColumnVector.at(S, membrane.drive, i))
                        .add(push(current, i));
                FloatVector free = old.add(change);
                VectorMask<Float> fires = free.compare(VectorOperators.GE, ColumnVector.at(S, membrane.threshold, i))
                        .andNot(isHeld);
                firedBits |= fires.toLong() << i;
                free.blend(old, isHeld).intoArray(v, i);
                advance(current, i, FloatVector.fromArray(S, input, i - first));
            }
            fired[word >>> 6] = firedBits;
        }
    }

    static void two(
            int first,
            int end,
            Membrane membrane,
            IafPscAlpha.Current excitatory,
            IafPscAlpha.Current inhibitory,
            float[][] input,
            long[] fired) {
        float[] v = membrane.v;
        float[] exInput = input[0];
        float[] inInput = input[1];
        long[] held = membrane.refractory.held;
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                VectorMask<Float> isHeld = VectorMask.fromLong(S, heldBits >>> i);
                FloatVector old = FloatVector.fromArray(S, v, i);
                FloatVector change = old.mul(ColumnVector.at(S, membrane.leak, i))
                        .add(ColumnVector.at(S, membrane.drive, i))
                        .add(push(excitatory, i))
                        .add(push(inhibitory, i));
                FloatVector free = old.add(change);
                VectorMask<Float> fires = free.compare(VectorOperators.GE, ColumnVector.at(S, membrane.threshold, i))
                        .andNot(isHeld);
                firedBits |= fires.toLong() << i;
                free.blend(old, isHeld).intoArray(v, i);
                advance(excitatory, i, FloatVector.fromArray(S, exInput, i - first));
                advance(inhibitory, i, FloatVector.fromArray(S, inInput, i - first));
            }
            fired[word >>> 6] = firedBits;
        }
    }

    private static FloatVector push(IafPscAlpha.Current current, int i) {
        FloatVector pA = FloatVector.fromArray(S, current.pA(), i);
        FloatVector rise = FloatVector.fromArray(S, current.rise(), i);
        return pA.mul(ColumnVector.at(S, current.gain(), i)).add(rise.mul(ColumnVector.at(S, current.riseGain(), i)));
    }

    private static void advance(IafPscAlpha.Current current, int i, FloatVector input) {
        FloatVector pA = FloatVector.fromArray(S, current.pA(), i);
        FloatVector rise = FloatVector.fromArray(S, current.rise(), i);
        FloatVector decay = ColumnVector.at(S, current.decay(), i);
        pA.mul(decay).add(rise.mul(ColumnVector.at(S, current.growth(), i))).intoArray(current.pA(), i);
        rise.mul(decay).add(input).intoArray(current.rise(), i);
    }
}
