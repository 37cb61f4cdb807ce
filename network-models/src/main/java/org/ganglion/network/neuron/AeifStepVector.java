package org.ganglion.network.neuron;

import static org.ganglion.network.neuron.DoubleColumnVector.at;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link AeifStep}, a vector at a time. */
final class AeifStepVector {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

    private AeifStepVector() {}

    static void start(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifStep.currents(first, end, neurons, neurons.membrane.u, first, room.current());
        for (int i = first; i < end; i += S.length()) {
            int k = i - first;
            DoubleVector current = DoubleVector.fromArray(S, room.current(), k);
            DoubleVector w = DoubleVector.fromArray(S, neurons.w, i);
            DoubleVector drive = DoubleVector.fromArray(S, room.middle(), k)
                    .add(current.sub(w.mul(at(neurons.coefficients.perCapacitance, i))));
            current.intoArray(room.total(), k);
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
            DoubleVector middle =
                    DoubleVector.fromArray(S, room.gain1(), k).mul(u).add(DoubleVector.fromArray(S, room.middle(), k));
            DoubleVector wThere =
                    at(c.halfDecay, i).mul(w.add(at(c.halfGrowth, i).mul(u)));
            middle.intoArray(room.middle(), k);
            wThere.sub(w).intoArray(room.change2(), k);
        }
        change(first, end, neurons, room.middle(), room.change2());
    }

    static void third(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int i = first; i < end; i += S.length()) {
            int k = i - first;
            DoubleVector w = DoubleVector.fromArray(S, neurons.w, i);
            DoubleVector middle = DoubleVector.fromArray(S, room.middle(), k);
            DoubleVector there = middle.add(DoubleVector.fromArray(S, room.change2(), k));
            DoubleVector wThere =
                    at(c.halfDecay, i).mul(w).add(at(c.halfGrowth, i).mul(middle));
            there.intoArray(room.end(), k);
            wThere.sub(w).intoArray(room.change3(), k);
        }
        change(first, end, neurons, room.end(), room.change3());
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
        change(first, end, neurons, room.end(), room.change4());
    }

    /**
     * What spike current and adaptation add in half a step at a stage with these potentials; adds the current to the total.
     *
     * @param change holds how w has changed
     */
    private static void change(int first, int end, AeifNeurons neurons, double[] u, double[] change) {
        AeifNeurons.Room room = neurons.room;
        AeifStep.currents(first, end, neurons, u, 0, room.now());
        for (int i = first; i < end; i += S.length()) {
            int k = i - first;
            DoubleVector current = DoubleVector.fromArray(S, room.now(), k);
            DoubleVector.fromArray(S, room.total(), k).add(current).intoArray(room.total(), k);
            DoubleVector wChange = DoubleVector.fromArray(S, change, k);
            current.sub(DoubleVector.fromArray(S, room.current(), k))
                    .sub(wChange.mul(at(neurons.coefficients.perCapacitance, i)))
                    .mul(neurons.halfMs)
                    .intoArray(change, k);
        }
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
            DoubleVector third = middle.add(DoubleVector.fromArray(S, room.change2(), k));
            VectorMask<Double> steep = relative.compare(VectorOperators.GT, AeifStep.LARGEST_CURRENT)
                    .or(relative.mul(way).mul(way).compare(VectorOperators.GT, AeifStep.LARGEST_COURSE))
                    .or(wayMv.mul(at(c.halfGrowth, i).abs()).compare(VectorOperators.GT, AeifStep.LARGEST_GROWTH_PA));
            VectorMask<Double> high = middle.compare(VectorOperators.GE, peak)
                    .or(third.compare(VectorOperators.GE, peak))
                    .or(there.compare(VectorOperators.GE, peak))
                    .or(u.compare(VectorOperators.GE, peak));
            room.rough()[k >>> 6] |= steep.or(high).toLong() << k;
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
