package org.ganglion.network.neuron.aeif;

import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.Exp;
import org.ganglion.network.neuron.part.ExpNear;

/**
 * The stages of a step of {@link AeifNeurons}, a neuron at a time: what {@link AeifStepVector} must equal to the bit.
 *
 * <p>Spike current and adaptation at the start of the step are part of the drive of both flows; the stages add how they
 * change. Potentials are above {@code E_L}; everything over capacitance, in mV/ms.
 */
final class AeifStep {
    /** Largest sum over four stages of the spike current that a step takes, relative to {@code Delta_T}. */
    static final double LARGEST_CURRENT = 0.2;

    /** The same times the square of how far the potential goes, relative to {@code Delta_T}, at both halves together. */
    static final double LARGEST_COURSE = 0.01;

    /** Largest product of how far the potential goes and of what half a step adds to w, in pA. */
    static final double LARGEST_GROWTH_PA = 0.03;

    private AeifStep() {}

    /** First stage: spike current and drive; takes the constant drive from {@code middle}. */
    static void start(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int i = first; i < end; i++) {
            double u = neurons.membrane.u[i];
            double current = c.spike.at(i) * Exp.of((u - c.threshold.at(i)) * c.sharpness.at(i));
            double drive = room.middle()[i - first] + (current - neurons.w[i] * c.perCapacitance.at(i));
            room.current()[i - first] = current;
            room.middle()[i - first] = drive;
            room.shift2()[i - first] = drive;
        }
    }

    /** Second stage, in the middle of the step. */
    static void second(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int i = first; i < end; i++) {
            int k = i - first;
            double u = neurons.membrane.u[i];
            double w = neurons.w[i];
            double current = room.current()[k];
            double middle = room.gain1()[k] * u + room.middle()[k];
            double wThere = c.halfDecay.at(i) * (w + c.halfGrowth.at(i) * u);
            double now = current * ExpNear.of((middle - u) * c.sharpness.at(i));
            room.middle()[k] = middle;
            room.now()[k] = now;
            room.total()[k] = current + now;
            room.change2()[k] = neurons.halfMs * (now - current - (wThere - w) * c.perCapacitance.at(i));
        }
    }

    /** Third stage, in the middle of the step. */
    static void third(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int i = first; i < end; i++) {
            int k = i - first;
            double w = neurons.w[i];
            double wThere = c.halfDecay.at(i) * w + c.halfGrowth.at(i) * room.middle()[k];
            double now = room.now()[k] * ExpNear.of(room.change2()[k] * c.sharpness.at(i));
            room.total()[k] += now;
            room.change3()[k] = neurons.halfMs * (now - room.current()[k] - (wThere - w) * c.perCapacitance.at(i));
        }
    }

    /** Fourth stage, at the end of the step. */
    static void fourth(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int i = first; i < end; i++) {
            int k = i - first;
            double w = neurons.w[i];
            double middle = room.middle()[k];
            double third = middle + room.change2()[k];
            double there = room.gain2()[k] * (middle + 2 * room.change3()[k]) + room.shift2()[k];
            double wThere = c.halfDecay.at(i) * (c.halfDecay.at(i) * w + 2 * (c.halfGrowth.at(i) * third));
            double now = room.now()[k] * ExpNear.of((there - middle) * c.sharpness.at(i));
            room.end()[k] = there;
            room.total()[k] += now;
            room.change4()[k] = neurons.halfMs * (now - room.current()[k] - (wThere - w) * c.perCapacitance.at(i));
        }
    }

    /** Marks neurons that come to their peak, or whose spike current grows too fast, as rough besides those that are. */
    static void judge(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int word = first; word < end; word += Column.WORD) {
            long bits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                int k = i - first;
                double u = neurons.membrane.u[i];
                double middle = room.middle()[k];
                double there = room.end()[k];
                double relative = room.total()[k] * (2 * neurons.halfMs) * c.sharpness.at(i);
                double wayMv = Math.abs(middle - u) + Math.abs(there - u);
                double sharpness = c.sharpness.at(i);
                double way = wayMv * sharpness;
                double change2 = room.change2()[k];
                double peak = c.peak.at(i);
                boolean steep = relative > LARGEST_CURRENT
                        || relative * way * way > LARGEST_COURSE
                        || wayMv * Math.abs(c.halfGrowth.at(i)) > LARGEST_GROWTH_PA;
                boolean high = middle >= peak || middle + change2 >= peak || there >= peak || u >= peak;
                boolean far = Math.abs(middle - u) * sharpness > ExpNear.MOST
                        || Math.abs(change2) * sharpness > ExpNear.MOST
                        || Math.abs(there - middle) * sharpness > ExpNear.MOST;
                if (steep || high || far) {
                    bits |= 1L << i;
                }
            }
            room.rough()[(word - first) >>> 6] |= bits;
        }
    }

    /** Puts the stages together, and marks who has come to the peak after all; rough neurons stay as they are. */
    static void finish(int first, int end, AeifNeurons neurons) {
        AeifNeurons.Room room = neurons.room;
        AeifCoefficients c = neurons.coefficients;
        for (int word = first; word < end; word += Column.WORD) {
            long held = neurons.membrane.refractory.held[word >>> 6];
            long rough = room.rough()[(word - first) >>> 6];
            for (int i = word; i < word + Column.WORD; i++) {
                int k = i - first;
                double u = neurons.membrane.u[i];
                double w = neurons.w[i];
                double middle = room.middle()[k];
                double change2 = room.change2()[k];
                double gain2 = room.gain2()[k];
                double sum = 2 * gain2 * (change2 + room.change3()[k]) + room.change4()[k];
                double next = gain2 * middle + room.shift2()[k] + sum * (1.0 / 3);
                double half = c.halfDecay.at(i);
                double middles = half * (middle + (middle + change2));
                double growth = c.decay.at(i) * u + 2 * middles + room.end()[k];
                double nextW = c.decay.at(i) * w + c.halfGrowth.at(i) * (growth * (1.0 / 3));
                double heldW = c.decay.at(i) * w + c.heldGrowth.at(i);
                boolean isHeld = (held >>> i & 1) != 0;
                boolean isRough = (rough >>> i & 1) != 0;
                if (!isHeld && !isRough && next >= c.peak.at(i)) {
                    rough |= 1L << i;
                    isRough = true;
                }
                neurons.membrane.u[i] = isHeld || isRough ? u : next;
                neurons.w[i] = isHeld ? heldW : isRough ? w : nextW;
            }
            room.rough()[(word - first) >>> 6] = rough;
        }
    }
}
