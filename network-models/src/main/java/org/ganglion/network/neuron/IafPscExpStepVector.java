package org.ganglion.network.neuron;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link IafPscExpStep}, a vector at a time. */
final class IafPscExpStepVector {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private IafPscExpStepVector() {}

    static void one(int first, int end, Membrane membrane, IafPscExp.Current current, float[] input, long[] fired) {
        float[] v = membrane.v;
        float[] pA = current.pA();
        long[] held = membrane.refractory.held;
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                VectorMask<Float> isHeld = VectorMask.fromLong(S, heldBits >>> i);
                FloatVector old = FloatVector.fromArray(S, v, i);
                FloatVector oldPa = FloatVector.fromArray(S, pA, i);
                FloatVector change = old.mul(ColumnVector.at(S, membrane.leak, i))
                        .add(ColumnVector.at(S, membrane.drive, i))
                        .add(oldPa.mul(ColumnVector.at(S, current.gain(), i)));
                FloatVector free = old.add(change);
                VectorMask<Float> fires = free.compare(VectorOperators.GE, ColumnVector.at(S, membrane.threshold, i))
                        .andNot(isHeld);
                firedBits |= fires.toLong() << i;
                free.blend(old, isHeld).intoArray(v, i);
                oldPa.mul(ColumnVector.at(S, current.decay(), i))
                        .add(FloatVector.fromArray(S, input, i - first))
                        .intoArray(pA, i);
            }
            fired[word >>> 6] = firedBits;
        }
    }

    static void two(
            int first,
            int end,
            Membrane membrane,
            IafPscExp.Current excitatory,
            IafPscExp.Current inhibitory,
            float[][] input,
            long[] fired) {
        float[] v = membrane.v;
        float[] exPa = excitatory.pA();
        float[] inPa = inhibitory.pA();
        float[] exInput = input[0];
        float[] inInput = input[1];
        long[] held = membrane.refractory.held;
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                VectorMask<Float> isHeld = VectorMask.fromLong(S, heldBits >>> i);
                FloatVector old = FloatVector.fromArray(S, v, i);
                FloatVector ex = FloatVector.fromArray(S, exPa, i);
                FloatVector in = FloatVector.fromArray(S, inPa, i);
                FloatVector change = old.mul(ColumnVector.at(S, membrane.leak, i))
                        .add(ColumnVector.at(S, membrane.drive, i))
                        .add(ex.mul(ColumnVector.at(S, excitatory.gain(), i)))
                        .add(in.mul(ColumnVector.at(S, inhibitory.gain(), i)));
                FloatVector free = old.add(change);
                VectorMask<Float> fires = free.compare(VectorOperators.GE, ColumnVector.at(S, membrane.threshold, i))
                        .andNot(isHeld);
                firedBits |= fires.toLong() << i;
                free.blend(old, isHeld).intoArray(v, i);
                ex.mul(ColumnVector.at(S, excitatory.decay(), i))
                        .add(FloatVector.fromArray(S, exInput, i - first))
                        .intoArray(exPa, i);
                in.mul(ColumnVector.at(S, inhibitory.decay(), i))
                        .add(FloatVector.fromArray(S, inInput, i - first))
                        .intoArray(inPa, i);
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
