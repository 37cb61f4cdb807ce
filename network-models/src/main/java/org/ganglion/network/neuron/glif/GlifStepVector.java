package org.ganglion.network.neuron.glif;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.DoubleColumnVector;

/** {@link GlifStep}, a vector at a time. */
final class GlifStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private GlifStepVector() {}

    private static VectorMask<Double> held(long[] held, int i) {
        return VectorMask.fromLong(S, held[i >>> 6] >>> i);
    }

    static void clear(int first, int end, long[] held, double[] sum) {
        DoubleVector zero = DoubleVector.zero(S);
        for (int i = first; i < end; i += S.length()) {
            zero.blend(DoubleVector.fromArray(S, sum, i), held(held, i)).intoArray(sum, i);
        }
    }

    static void afterSpike(int first, int end, long[] held, GlifCoefficients.AfterSpike current, double[] sum) {
        double[] pA = current.pA();
        for (int i = first; i < end; i += S.length()) {
            VectorMask<Double> isHeld = held(held, i);
            DoubleVector old = DoubleVector.fromArray(S, pA, i);
            DoubleVector before = DoubleVector.fromArray(S, sum, i);
            before.add(old.mul(at(current.mean(), i))).blend(before, isHeld).intoArray(sum, i);
            old.add(old.mul(at(current.leak(), i))).blend(old, isHeld).intoArray(pA, i);
        }
    }

    static void synapse(
            int first,
            int end,
            long[] held,
            GlifCoefficients.Synapse current,
            float[] input,
            double[] push,
            double[] sum) {
        double[] pA = current.pA();
        double[] rise = current.rise();
        boolean uniform = current.isUniform();
        DoubleVector loss = at(current.leak(), 0);
        DoubleVector growth = at(current.growth(), 0);
        DoubleVector gain = at(current.gain(), 0);
        DoubleVector riseGain = at(current.riseGain(), 0);
        for (int i = first; i < end; i += S.length()) {
            DoubleVector oldPa = DoubleVector.fromArray(S, pA, i);
            DoubleVector oldRise = DoubleVector.fromArray(S, rise, i);
            DoubleVector leak = at(uniform, loss, current.leak(), i);
            DoubleVector.fromArray(S, push, i - first)
                    .add(oldPa.mul(at(uniform, gain, current.gain(), i))
                            .add(oldRise.mul(at(uniform, riseGain, current.riseGain(), i))))
                    .intoArray(push, i - first);
            DoubleVector before = DoubleVector.fromArray(S, sum, i);
            before.add(oldPa).blend(before, held(held, i)).intoArray(sum, i);
            oldPa.add(oldPa.mul(leak).add(oldRise.mul(at(uniform, growth, current.growth(), i))))
                    .intoArray(pA, i);
            oldRise.add(oldRise.mul(leak).add(DoubleColumnVector.fromFloats(input, i - first)))
                    .intoArray(rise, i);
        }
    }

    static void potential(
            int first,
            int end,
            long[] held,
            GlifCoefficients.Potential membrane,
            DoubleColumn direct,
            double[] afterSpike,
            double[] push,
            double[] before,
            double[] v) {
        for (int i = first; i < end; i += S.length()) {
            DoubleVector old = DoubleVector.fromArray(S, v, i);
            DoubleVector current = at(direct, i).add(DoubleVector.fromArray(S, afterSpike, i));
            DoubleVector change = old.mul(at(membrane.leak(), i))
                    .add(current.mul(at(membrane.gain(), i)))
                    .add(DoubleVector.fromArray(S, push, i - first));
            old.intoArray(before, i - first);
            old.add(change).blend(old, held(held, i)).intoArray(v, i);
        }
    }

    static void spikeThreshold(int first, int end, long[] held, GlifCoefficients.SpikeThreshold threshold) {
        double[] mV = threshold.mV();
        for (int i = first; i < end; i += S.length()) {
            DoubleVector old = DoubleVector.fromArray(S, mV, i);
            old.add(old.mul(at(threshold.leak(), i))).blend(old, held(held, i)).intoArray(mV, i);
        }
    }

    static void voltageThreshold(
            int first,
            int end,
            long[] held,
            GlifCoefficients.VoltageThreshold threshold,
            DoubleColumn direct,
            double[] afterSpike,
            double[] before) {
        double[] mV = threshold.mV();
        for (int i = first; i < end; i += S.length()) {
            DoubleVector old = DoubleVector.fromArray(S, mV, i);
            DoubleVector goal =
                    at(direct, i).add(DoubleVector.fromArray(S, afterSpike, i)).mul(at(threshold.resistance(), i));
            DoubleVector distance = DoubleVector.fromArray(S, before, i - first).sub(goal);
            DoubleVector change = old.mul(at(threshold.leak(), i))
                    .add(goal.mul(at(threshold.toward(), i)))
                    .add(distance.mul(at(threshold.follow(), i)));
            old.add(change).blend(old, held(held, i)).intoArray(mV, i);
        }
    }

    static void fire(
            int first,
            int end,
            long[] held,
            double[] v,
            DoubleColumn threshold,
            double[] ofSpikes,
            double[] ofVoltage,
            long[] fired) {
        Arrays.fill(fired, first >>> 6, end >>> 6, 0);
        for (int i = first; i < end; i += S.length()) {
            DoubleVector limit = DoubleVector.fromArray(S, ofSpikes, i)
                    .add(DoubleVector.fromArray(S, ofVoltage, i))
                    .add(at(threshold, i));
            VectorMask<Double> above = DoubleVector.fromArray(S, v, i).compare(VectorOperators.GT, limit);
            fired[i >>> 6] |= above.andNot(held(held, i)).toLong() << i;
        }
    }
}
