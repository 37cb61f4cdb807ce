package org.ganglion.network.neuron.gif;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.DoubleColumnVector;
import org.ganglion.network.neuron.part.ExpVector;

/** {@link GifStep}, a vector at a time. */
final class GifStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

    /** Bits of 1.0. */
    private static final long ONE = 0x3FF0000000000000L;

    /** From a number in [1, 2) with random digits to the middle of its cell in (0, 1); exact. */
    private static final double TO_MIDDLE = 1 - 0x1p-53;

    private GifStepVector() {}

    static void current(int first, int end, double[] pA, DoubleColumn leak, float[] input) {
        for (int i = first; i < end; i += S.length()) {
            DoubleVector old = DoubleVector.fromArray(S, pA, i);
            DoubleVector jump = DoubleColumnVector.fromFloats(input, i - first);
            old.add(old.mul(at(leak, i)).add(jump)).intoArray(pA, i);
        }
    }

    static void potential(int first, int end, GifState.Membranes membranes, double[] triggered) {
        double[] v = membranes.v();
        double[] exPa = membranes.exPa();
        double[] inPa = membranes.inPa();
        long[] held = membranes.refractory().held;
        DoubleColumn direct = membranes.direct().pA;
        for (int i = first; i < end; i += S.length()) {
            VectorMask<Double> isHeld = VectorMask.fromLong(S, held[i >>> 6] >>> i);
            DoubleVector old = DoubleVector.fromArray(S, v, i);
            DoubleVector steady = at(direct, i).sub(DoubleVector.fromArray(S, triggered, i));
            DoubleVector change = old.mul(at(membranes.leak(), i))
                    .add(steady.mul(at(membranes.gain(), i)))
                    .add(DoubleVector.fromArray(S, exPa, i).mul(at(membranes.exGain(), i)))
                    .add(DoubleVector.fromArray(S, inPa, i).mul(at(membranes.inGain(), i)));
            old.add(change).blend(at(membranes.reset(), i), isHeld).intoArray(v, i);
        }
    }

    static void exponent(int first, int end, EscapeNoise noise, double[] v, double[] threshold) {
        double[] exponent = noise.probability();
        for (int i = first; i < end; i += S.length()) {
            DoubleVector.fromArray(S, v, i)
                    .sub(DoubleVector.fromArray(S, threshold, i))
                    .mul(at(noise.softness(), i))
                    .add(at(noise.atThreshold(), i))
                    .intoArray(exponent, i - first);
        }
    }

    static void hazard(int first, int end, EscapeNoise noise) {
        double[] hazard = noise.probability();
        for (int i = 0; i < end - first; i += S.length()) {
            ExpVector.of(DoubleVector.fromArray(S, hazard, i)).intoArray(hazard, i);
        }
    }

    static void probability(int first, int end, EscapeNoise noise) {
        double[] probability = noise.probability();
        for (int i = 0; i < end - first; i += S.length()) {
            DoubleVector hazard = DoubleVector.fromArray(S, probability, i);
            DoubleVector small = hazard.sub(hazard.mul(0.5).mul(hazard));
            DoubleVector large = DoubleVector.broadcast(S, 1).sub(ExpVector.of(hazard.neg()));
            large.blend(small, hazard.compare(VectorOperators.LT, EscapeNoise.SERIES_BELOW))
                    .intoArray(probability, i);
        }
    }

    static void draw(int first, int end, EscapeNoise noise, long step, long[] held, long[] fired) {
        long[] index = noise.index();
        long key = noise.key();
        double[] probability = noise.probability();
        Arrays.fill(fired, first >>> 6, end >>> 6, 0);
        for (int i = first; i < end; i += S.length()) {
            LongVector counter = LongVector.fromArray(LONGS, index, i).or(step << 32);
            LongVector y = counter.mul(key);
            LongVector z = y.add(key);
            LongVector x = turned(y.mul(y).add(y));
            x = turned(x.mul(x).add(z));
            x = turned(x.mul(x).add(y));
            LongVector t = x.mul(x).add(z);
            x = turned(t);
            LongVector bits = t.lanewise(VectorOperators.XOR, x.mul(x).add(y).lanewise(VectorOperators.LSHR, 32));
            DoubleVector uniform = bits.lanewise(VectorOperators.LSHR, 12)
                    .or(ONE)
                    .reinterpretAsDoubles()
                    .sub(TO_MIDDLE);
            VectorMask<Double> fires =
                    uniform.compare(VectorOperators.LT, DoubleVector.fromArray(S, probability, i - first));
            fired[i >>> 6] |= fires.toLong() << i;
        }
        for (int word = first >>> 6; word < end >>> 6; word++) {
            fired[word] &= ~held[word];
        }
    }

    private static LongVector turned(LongVector x) {
        return x.lanewise(VectorOperators.ROR, 32);
    }
}
