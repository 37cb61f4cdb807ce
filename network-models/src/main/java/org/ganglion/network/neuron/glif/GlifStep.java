package org.ganglion.network.neuron.glif;

import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.DoubleColumn;

/**
 * The loops of a step of {@link GlifPsc}, a neuron at a time: what {@link GlifStepVector} must equal to the bit. Each is
 * short enough for the compiler; {@link GlifState} says in which order they come.
 */
final class GlifStep {
    private GlifStep() {}

    private static boolean held(long[] held, int i) {
        return (held[i >>> 6] >>> i & 1) != 0;
    }

    /** Clears the sums of free neurons. */
    static void clear(int first, int end, long[] held, double[] sum) {
        for (int i = first; i < end; i++) {
            sum[i] = held(held, i) ? sum[i] : 0;
        }
    }

    /** Adds an after-spike current to the sum, then lets it decay. */
    static void afterSpike(int first, int end, long[] held, GlifCoefficients.AfterSpike current, double[] sum) {
        double[] pA = current.pA();
        for (int i = first; i < end; i++) {
            boolean isHeld = held(held, i);
            double old = pA[i];
            sum[i] = isHeld ? sum[i] : sum[i] + old * current.mean().at(i);
            pA[i] = isHeld ? old : old + old * current.leak().at(i);
        }
    }

    /**
     * Advances a synaptic current, of held neurons too.
     *
     * @param push takes in addition what the current adds to the potential in this step, in mV: {@code [neuron - first]}
     * @param sum takes in addition the current when the step begins
     */
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
        for (int i = first; i < end; i++) {
            double oldPa = pA[i];
            double oldRise = rise[i];
            double leak = current.leak().at(i);
            push[i - first] +=
                    oldPa * current.gain().at(i) + oldRise * current.riseGain().at(i);
            sum[i] = held(held, i) ? sum[i] : sum[i] + oldPa;
            pA[i] = oldPa + (oldPa * leak + oldRise * current.growth().at(i));
            rise[i] = oldRise + (oldRise * leak + input[i - first]);
        }
    }

    /**
     * Advances the potential.
     *
     * @param direct current of stimuli in pA
     * @param afterSpike sum of the after-spike currents in pA, {@code [neuron]}
     * @param push what synaptic currents add, in mV: {@code [neuron - first]}
     * @param before receives the potential when the step begins: {@code [neuron - first]}
     */
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
        for (int i = first; i < end; i++) {
            double old = v[i];
            double current = direct.at(i) + afterSpike[i];
            double change =
                    old * membrane.leak().at(i) + current * membrane.gain().at(i) + push[i - first];
            before[i - first] = old;
            v[i] = held(held, i) ? old : old + change;
        }
    }

    /** Lets the spikes' part of the threshold decay. */
    static void spikeThreshold(int first, int end, long[] held, GlifCoefficients.SpikeThreshold threshold) {
        double[] mV = threshold.mV();
        for (int i = first; i < end; i++) {
            double old = mV[i];
            mV[i] = held(held, i) ? old : old + old * threshold.leak().at(i);
        }
    }

    /** Lets the potential's part of the threshold follow; parameters as for {@link #potential}. */
    static void voltageThreshold(
            int first,
            int end,
            long[] held,
            GlifCoefficients.VoltageThreshold threshold,
            DoubleColumn direct,
            double[] afterSpike,
            double[] before) {
        double[] mV = threshold.mV();
        for (int i = first; i < end; i++) {
            double old = mV[i];
            double goal =
                    (direct.at(i) + afterSpike[i]) * threshold.resistance().at(i);
            double change = old * threshold.leak().at(i)
                    + goal * threshold.toward().at(i)
                    + (before[i - first] - goal) * threshold.follow().at(i);
            mV[i] = held(held, i) ? old : old + change;
        }
    }

    /** Finds who fires; the parts of the threshold are in mV, {@code [neuron]}. */
    static void fire(
            int first,
            int end,
            long[] held,
            double[] v,
            DoubleColumn threshold,
            double[] ofSpikes,
            double[] ofVoltage,
            long[] fired) {
        for (int word = first; word < end; word += Column.WORD) {
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                double limit = ofSpikes[i] + ofVoltage[i] + threshold.at(i);
                firedBits |= v[i] > limit ? 1L << i : 0;
            }
            fired[word >>> 6] = firedBits & ~held[word >>> 6];
        }
    }
}
