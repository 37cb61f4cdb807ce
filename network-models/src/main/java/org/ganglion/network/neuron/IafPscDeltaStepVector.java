package org.ganglion.network.neuron;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link IafPscDeltaStep}, a vector at a time. */
final class IafPscDeltaStepVector {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private IafPscDeltaStepVector() {}

    static void drop(int first, int end, Membrane membrane, float[] input, long[] fired) {
        float[] v = membrane.v;
        long[] held = membrane.refractory.held;
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                VectorMask<Float> isHeld = VectorMask.fromLong(S, heldBits >>> i);
                FloatVector old = FloatVector.fromArray(S, v, i);
                FloatVector change =
                        old.mul(ColumnVector.at(S, membrane.leak, i)).add(ColumnVector.at(S, membrane.drive, i));
                FloatVector free = old.add(change).add(FloatVector.fromArray(S, input, i - first));
                VectorMask<Float> fires = free.compare(VectorOperators.GE, ColumnVector.at(S, membrane.threshold, i))
                        .andNot(isHeld);
                firedBits |= fires.toLong() << i;
                free.blend(old, isHeld).intoArray(v, i);
            }
            fired[word >>> 6] = firedBits;
        }
    }

    static void save(int first, int end, Membrane membrane, IafPscDelta.Saved saved, float[] input, long[] fired) {
        float[] v = membrane.v;
        float[] b = saved.mV();
        long[] held = membrane.refractory.held;
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i += S.length()) {
                VectorMask<Float> isHeld = VectorMask.fromLong(S, heldBits >>> i);
                FloatVector leaks = ColumnVector.at(S, membrane.leak, i);
                FloatVector in = FloatVector.fromArray(S, input, i - first);
                FloatVector old = FloatVector.fromArray(S, v, i);
                FloatVector oldSaved = FloatVector.fromArray(S, b, i);
                oldSaved = oldSaved.add(oldSaved.mul(leaks));
                FloatVector change = old.mul(leaks).add(ColumnVector.at(S, membrane.drive, i));
                FloatVector free = old.add(change).add(in).add(oldSaved);
                VectorMask<Float> fires = free.compare(VectorOperators.GE, ColumnVector.at(S, membrane.threshold, i))
                        .andNot(isHeld);
                firedBits |= fires.toLong() << i;
                free.blend(old, isHeld).intoArray(v, i);
                FloatVector keep = oldSaved.add(in).mul(ColumnVector.at(S, saved.kept(), i));
                FloatVector.zero(S).blend(keep, isHeld).intoArray(b, i);
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
