package org.ganglion.network.neuron.aeif;

import static org.ganglion.network.neuron.part.DoubleColumnVector.at;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.ganglion.network.neuron.part.ExpNear;
import org.ganglion.network.neuron.part.ExpNearVector;

/** {@link AeifStep}, a vector at a time. */
final class AeifStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private AeifStepVector() {}

    /** What {@link AeifStep#start} takes the exponential of. */
    static void exponents(int first, int end, AeifNeurons neurons) {
        AeifCoefficients c = neurons.coefficients;
        for (int i = first; i < end; i += S.length()) {
            DoubleVector u = DoubleVector.fromArray(S, neurons.membrane.u, i);
            u.sub(at(c.threshold, i)).mul(at(c.sharpness, i)).intoArray(neurons.room.current(), i - first);
        }
    }

    /** {@link AeifStep#start} from there on. */
    static void drive(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int i = first; i < end; i += S.length()) {
            int k = i - first;
            DoubleVector current = at(c.spike, i).mul(DoubleVector.fromArray(S, room.current(), k));
            DoubleVector w = DoubleVector.fromArray(S, neurons.w, i);
            DoubleVector drive =
                    DoubleVector.fromArray(S, room.middle(), k).add(current.sub(w.mul(at(c.perCapacitance, i))));
            current.intoArray(room.current(), k);
            drive.intoArray(room.middle(), k);
            drive.intoArray(room.shift2(), k);
        }
    }

    static void second(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int i = first; i < end; i += S.length()) {
            int k = i - first;
            DoubleVector u = DoubleVector.fromArray(S, neurons.membrane.u, i);
            DoubleVector w = DoubleVector.fromArray(S, neurons.w, i);
            DoubleVector current = DoubleVector.fromArray(S, room.current(), k);
            DoubleVector middle =
                    DoubleVector.fromArray(S, room.gain1(), k).mul(u).add(DoubleVector.fromArray(S, room.middle(), k));
            DoubleVector wThere =
                    at(c.halfDecay, i).mul(w.add(at(c.halfGrowth, i).mul(u)));
            DoubleVector now = current.mul(ExpNearVector.of(middle.sub(u).mul(at(c.sharpness, i))));
            middle.intoArray(room.middle(), k);
            now.intoArray(room.now(), k);
            current.add(now).intoArray(room.total(), k);
            change(neurons, now, current, wThere.sub(w), i).intoArray(room.change2(), k);
        }
    }

    static void third(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int i = first; i < end; i += S.length()) {
            int k = i - first;
            DoubleVector w = DoubleVector.fromArray(S, neurons.w, i);
            DoubleVector middle = DoubleVector.fromArray(S, room.middle(), k);
            DoubleVector wThere =
                    at(c.halfDecay, i).mul(w).add(at(c.halfGrowth, i).mul(middle));
            DoubleVector way = DoubleVector.fromArray(S, room.change2(), k).mul(at(c.sharpness, i));
            DoubleVector now = DoubleVector.fromArray(S, room.now(), k).mul(ExpNearVector.of(way));
            DoubleVector.fromArray(S, room.total(), k).add(now).intoArray(room.total(), k);
            DoubleVector current = DoubleVector.fromArray(S, room.current(), k);
            change(neurons, now, current, wThere.sub(w), i).intoArray(room.change3(), k);
        }
    }

    static void fourth(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int i = first; i < end; i += S.length()) {
            int k = i - first;
            DoubleVector w = DoubleVector.fromArray(S, neurons.w, i);
            DoubleVector middle = DoubleVector.fromArray(S, room.middle(), k);
            DoubleVector third = middle.add(DoubleVector.fromArray(S, room.change2(), k));
            DoubleVector there = DoubleVector.fromArray(S, room.gain2(), k)
                    .mul(middle.add(DoubleVector.fromArray(S, room.change3(), k).mul(2)))
                    .add(DoubleVector.fromArray(S, room.shift2(), k));
            DoubleVector half = at(c.halfDecay, i);
            DoubleVector wThere =
                    half.mul(half.mul(w).add(at(c.halfGrowth, i).mul(third).mul(2)));
            there.intoArray(room.end(), k);
            wThere.sub(w).intoArray(room.change4(), k);
        }
    }

    /** The rest of the fourth stage: together, the two are more than the compiler takes. */
    static void fourthChange(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        for (int i = first; i < end; i += S.length()) {
            int k = i - first;
            DoubleVector there = DoubleVector.fromArray(S, room.end(), k);
            DoubleVector way =
                    there.sub(DoubleVector.fromArray(S, room.middle(), k)).mul(at(neurons.coefficients.sharpness, i));
            DoubleVector now = DoubleVector.fromArray(S, room.now(), k).mul(ExpNearVector.of(way));
            DoubleVector.fromArray(S, room.total(), k).add(now).intoArray(room.total(), k);
            DoubleVector current = DoubleVector.fromArray(S, room.current(), k);
            DoubleVector wChange = DoubleVector.fromArray(S, room.change4(), k);
            change(neurons, now, current, wChange, i).intoArray(room.change4(), k);
        }
    }

    /** What spike current and adaptation add in half a step at a stage. */
    private static DoubleVector change(
            AeifNeurons neurons, DoubleVector now, DoubleVector current, DoubleVector wChange, int i) {
        return now.sub(current)
                .sub(wChange.mul(at(neurons.coefficients.perCapacitance, i)))
                .mul(neurons.halfMs);
    }

    static void judge(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int i = first; i < end; i += S.length()) {
            int k = i - first;
            DoubleVector u = DoubleVector.fromArray(S, neurons.membrane.u, i);
            DoubleVector middle = DoubleVector.fromArray(S, room.middle(), k);
            DoubleVector there = DoubleVector.fromArray(S, room.end(), k);
            DoubleVector sharpness = at(c.sharpness, i);
            DoubleVector relative = DoubleVector.fromArray(S, room.total(), k)
                    .mul(2 * neurons.halfMs)
                    .mul(sharpness);
            DoubleVector wayMv = middle.sub(u).abs().add(there.sub(u).abs());
            DoubleVector way = wayMv.mul(sharpness);
            DoubleVector peak = at(c.peak, i);
            DoubleVector change2 = DoubleVector.fromArray(S, room.change2(), k);
            DoubleVector third = middle.add(change2);
            VectorMask<Double> steep = relative.compare(VectorOperators.GT, AeifStep.LARGEST_CURRENT)
                    .or(relative.mul(way).mul(way).compare(VectorOperators.GT, AeifStep.LARGEST_COURSE))
                    .or(wayMv.mul(at(c.halfGrowth, i).abs()).compare(VectorOperators.GT, AeifStep.LARGEST_GROWTH_PA));
            VectorMask<Double> high = middle.compare(VectorOperators.GE, peak)
                    .or(third.compare(VectorOperators.GE, peak))
                    .or(there.compare(VectorOperators.GE, peak))
                    .or(u.compare(VectorOperators.GE, peak));
            VectorMask<Double> far = middle.sub(u)
                    .abs()
                    .mul(sharpness)
                    .compare(VectorOperators.GT, ExpNear.MOST)
                    .or(change2.abs().mul(sharpness).compare(VectorOperators.GT, ExpNear.MOST))
                    .or(there.sub(middle).abs().mul(sharpness).compare(VectorOperators.GT, ExpNear.MOST));
            room.rough()[k >>> 6] |= steep.or(high).or(far).toLong() << k;
        }
    }

    static void finish(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        double[] us = neurons.membrane.u;
        double[] ws = neurons.w;
        for (int i = first; i < end; i += S.length()) {
            int k = i - first;
            DoubleVector u = DoubleVector.fromArray(S, us, i);
            DoubleVector w = DoubleVector.fromArray(S, ws, i);
            DoubleVector middle = DoubleVector.fromArray(S, room.middle(), k);
            DoubleVector change2 = DoubleVector.fromArray(S, room.change2(), k);
            DoubleVector gain2 = DoubleVector.fromArray(S, room.gain2(), k);
            DoubleVector sum = gain2.mul(2)
                    .mul(change2.add(DoubleVector.fromArray(S, room.change3(), k)))
                    .add(DoubleVector.fromArray(S, room.change4(), k));
            DoubleVector next = gain2.mul(middle)
                    .add(DoubleVector.fromArray(S, room.shift2(), k))
                    .add(sum.mul(1.0 / 3));
            DoubleVector middles = at(c.halfDecay, i).mul(middle.add(middle.add(change2)));
            DoubleVector decay = at(c.decay, i);
            DoubleVector growth = decay.mul(u).add(middles.mul(2)).add(DoubleVector.fromArray(S, room.end(), k));
            DoubleVector left = decay.mul(w);
            DoubleVector nextW = left.add(at(c.halfGrowth, i).mul(growth.mul(1.0 / 3)));
            DoubleVector heldW = left.add(at(c.heldGrowth, i));
            VectorMask<Double> isHeld = VectorMask.fromLong(S, neurons.membrane.refractory.held[i >>> 6] >>> i);
            VectorMask<Double> high =
                    next.compare(VectorOperators.GE, at(c.peak, i)).andNot(isHeld);
            VectorMask<Double> isRough =
                    VectorMask.fromLong(S, room.rough()[k >>> 6] >>> k).or(high);
            room.rough()[k >>> 6] |= high.toLong() << k;
            next.blend(u, isHeld.or(isRough)).intoArray(us, i);
            nextW.blend(w, isRough).blend(heldW, isHeld).intoArray(ws, i);
        }
    }
}
