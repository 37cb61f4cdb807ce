package org.ganglion.network.neuron;

import static org.ganglion.network.neuron.ColumnVector.at;

import java.util.Arrays;
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
        boolean uniform = membrane.isUniform();
        FloatVector leak = at(membrane.leak, 0);
        FloatVector threshold = at(membrane.threshold, 0);
        Arrays.fill(fired, first >>> 6, end >>> 6, 0);
        for (int i = first; i < end; i += S.length()) {
            VectorMask<Float> isHeld = VectorMask.fromLong(S, held[i >>> 6] >>> i);
            FloatVector old = FloatVector.fromArray(S, v, i);
            FloatVector change = old.mul(at(uniform, leak, membrane.leak, i)).add(at(membrane.drive, i));
            FloatVector free = old.add(change).add(FloatVector.fromArray(S, input, i - first));
            FloatVector limit = at(uniform, threshold, membrane.threshold, i);
            fired[i >>> 6] |=
                    free.compare(VectorOperators.GE, limit).andNot(isHeld).toLong() << i;
            free.blend(old, isHeld).intoArray(v, i);
        }
    }

    static void save(int first, int end, Membrane membrane, IafPscDelta.Saved saved, float[] input, long[] fired) {
        float[] v = membrane.v;
        float[] b = saved.mV();
        long[] held = membrane.refractory.held;
        boolean uniform = membrane.isUniform();
        FloatVector leak = at(membrane.leak, 0);
        FloatVector threshold = at(membrane.threshold, 0);
        Arrays.fill(fired, first >>> 6, end >>> 6, 0);
        for (int i = first; i < end; i += S.length()) {
            VectorMask<Float> isHeld = VectorMask.fromLong(S, held[i >>> 6] >>> i);
            FloatVector leaks = at(uniform, leak, membrane.leak, i);
            FloatVector in = FloatVector.fromArray(S, input, i - first);
            FloatVector old = FloatVector.fromArray(S, v, i);
            FloatVector oldSaved = FloatVector.fromArray(S, b, i);
            oldSaved = oldSaved.add(oldSaved.mul(leaks));
            FloatVector change = old.mul(leaks).add(at(membrane.drive, i));
            FloatVector free = old.add(change).add(in).add(oldSaved);
            FloatVector limit = at(uniform, threshold, membrane.threshold, i);
            fired[i >>> 6] |=
                    free.compare(VectorOperators.GE, limit).andNot(isHeld).toLong() << i;
            free.blend(old, isHeld).intoArray(v, i);
            FloatVector keep = oldSaved.add(in).mul(at(saved.kept(), i));
            FloatVector.zero(S).blend(keep, isHeld).intoArray(b, i);
        }
    }
}
