package org.ganglion.network.neuron.psc;

import static org.ganglion.network.neuron.part.ColumnVector.at;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.Membrane;

/**
 * {@link IafPscExpStep}, a vector at a time. Who fired is gathered word by word, in a register: added to the array, each
 * vector would wait for the one before, and a step took a third longer (docs/benchmarks.md, "single loops").
 */
final class IafPscExpStepVector {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

    private IafPscExpStepVector() {}

    static void one(int first, int end, Membrane membrane, IafPscExp.Current current, float[] input, long[] fired) {
        float[] v = membrane.v;
        float[] pA = current.pA();
        long[] held = membrane.refractory.held;
        boolean uniform = membrane.isUniform() && current.isUniform();
        FloatVector leak = at(membrane.leak, 0);
        FloatVector threshold = at(membrane.threshold, 0);
        FloatVector gain = at(current.gain(), 0);
        FloatVector loss = at(current.leak(), 0);
        for (int word = first >>> 6; word < end >>> 6; word++) {
            long heldBits = held[word];
            long firedBits = 0;
            for (int lane = 0; lane < Column.WORD; lane += S.length()) {
                int i = (word << 6) + lane;
                VectorMask<Float> isHeld = VectorMask.fromLong(S, heldBits >>> lane);
                FloatVector old = FloatVector.fromArray(S, v, i);
                FloatVector oldPa = FloatVector.fromArray(S, pA, i);
                FloatVector change = old.mul(at(uniform, leak, membrane.leak, i))
                        .add(at(membrane.drive, i))
                        .add(oldPa.mul(at(uniform, gain, current.gain(), i)));
                FloatVector free = old.add(change);
                FloatVector limit = at(uniform, threshold, membrane.threshold, i);
                firedBits |=
                        free.compare(VectorOperators.GE, limit).andNot(isHeld).toLong() << lane;
                free.blend(old, isHeld).intoArray(v, i);
                FloatVector jump = FloatVector.fromArray(S, input, i - first);
                oldPa.add(oldPa.mul(at(uniform, loss, current.leak(), i)).add(jump))
                        .intoArray(pA, i);
            }
            fired[word] = firedBits;
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
        boolean uniform = membrane.isUniform() && excitatory.isUniform() && inhibitory.isUniform();
        FloatVector leak = at(membrane.leak, 0);
        FloatVector threshold = at(membrane.threshold, 0);
        FloatVector exGain = at(excitatory.gain(), 0);
        FloatVector inGain = at(inhibitory.gain(), 0);
        FloatVector exLoss = at(excitatory.leak(), 0);
        FloatVector inLoss = at(inhibitory.leak(), 0);
        for (int word = first >>> 6; word < end >>> 6; word++) {
            long heldBits = held[word];
            long firedBits = 0;
            for (int lane = 0; lane < Column.WORD; lane += S.length()) {
                int i = (word << 6) + lane;
                VectorMask<Float> isHeld = VectorMask.fromLong(S, heldBits >>> lane);
                FloatVector old = FloatVector.fromArray(S, v, i);
                FloatVector ex = FloatVector.fromArray(S, exPa, i);
                FloatVector in = FloatVector.fromArray(S, inPa, i);
                FloatVector change = old.mul(at(uniform, leak, membrane.leak, i))
                        .add(at(membrane.drive, i))
                        .add(ex.mul(at(uniform, exGain, excitatory.gain(), i)))
                        .add(in.mul(at(uniform, inGain, inhibitory.gain(), i)));
                FloatVector free = old.add(change);
                FloatVector limit = at(uniform, threshold, membrane.threshold, i);
                firedBits |=
                        free.compare(VectorOperators.GE, limit).andNot(isHeld).toLong() << lane;
                free.blend(old, isHeld).intoArray(v, i);
                FloatVector exJump = FloatVector.fromArray(S, exInput, i - first);
                FloatVector inJump = FloatVector.fromArray(S, inInput, i - first);
                ex.add(ex.mul(at(uniform, exLoss, excitatory.leak(), i)).add(exJump))
                        .intoArray(exPa, i);
                in.add(in.mul(at(uniform, inLoss, inhibitory.leak(), i)).add(inJump))
                        .intoArray(inPa, i);
            }
            fired[word] = firedBits;
        }
    }
}
