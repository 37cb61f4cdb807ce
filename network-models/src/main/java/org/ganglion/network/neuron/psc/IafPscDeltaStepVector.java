package org.ganglion.network.neuron.psc;

import static org.ganglion.network.neuron.part.ColumnVector.at;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.Membrane;

/** {@link IafPscDeltaStep}, a vector at a time. */
final class IafPscDeltaStepVector {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private IafPscDeltaStepVector() {}

    static void drop(int first, int end, Membrane membrane, float[] input, long[] fired) {
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
                FloatVector change =
                        old.mul(at(uniform, leak, membrane.leak, i)).add(at(membrane.drive, i));
                FloatVector free = old.add(change).add(FloatVector.fromArray(S, input, i - first));
                FloatVector limit = at(uniform, threshold, membrane.threshold, i);
                firedBits |=
                        free.compare(VectorOperators.GE, limit).andNot(isHeld).toLong() << lane;
                free.blend(old, isHeld).intoArray(v, i);
            }
            fired[word] = firedBits;
        }
    }

    static void save(int first, int end, Membrane membrane, IafPscDelta.Saved saved, float[] input, long[] fired) {
        float[] v = membrane.v;
        float[] b = saved.mV();
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
                FloatVector leaks = at(uniform, leak, membrane.leak, i);
                FloatVector in = FloatVector.fromArray(S, input, i - first);
                FloatVector old = FloatVector.fromArray(S, v, i);
                FloatVector oldSaved = FloatVector.fromArray(S, b, i);
                oldSaved = oldSaved.add(oldSaved.mul(leaks));
                FloatVector change = old.mul(leaks).add(at(membrane.drive, i));
                FloatVector free = old.add(change).add(in).add(oldSaved);
                FloatVector limit = at(uniform, threshold, membrane.threshold, i);
                firedBits |=
                        free.compare(VectorOperators.GE, limit).andNot(isHeld).toLong() << lane;
                free.blend(old, isHeld).intoArray(v, i);
                FloatVector keep = oldSaved.add(in).mul(at(saved.kept(), i));
                FloatVector.zero(S).blend(keep, isHeld).intoArray(b, i);
            }
            fired[word] = firedBits;
        }
    }
}
