package org.ganglion.network.neuron.psc;

import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.Membrane;

/**
 * One step of {@link IafPscAlpha}, a neuron at a time: what {@link IafPscAlphaStepVector} must equal to the bit. Bound,
 * reset and hold follow in {@link Membrane#finish}.
 *
 * <p>First each current is advanced and adds its push to a buffer, then the membrane takes the sum. As a single loop over
 * two currents the vector form would be too long for the compiler.
 */
final class IafPscAlphaStep {
    private IafPscAlphaStep() {}

    /**
     * Advances a current.
     *
     * @param push takes in addition what the current adds to the potential in this step, in mV: {@code [neuron - first]}
     */
    static void current(int first, int end, IafPscAlpha.Current current, float[] input, float[] push) {
        float[] pA = current.pA();
        float[] rise = current.rise();
        for (int i = first; i < end; i++) {
            float oldPa = pA[i];
            float oldRise = rise[i];
            float leak = current.leak().at(i);
            push[i - first] +=
                    oldPa * current.gain().at(i) + oldRise * current.riseGain().at(i);
            pA[i] = oldPa + (oldPa * leak + oldRise * current.growth().at(i));
            rise[i] = oldRise + (oldRise * leak + input[i - first]);
        }
    }

    /** Advances the potential, pushed by the currents. */
    static void potential(int first, int end, Membrane membrane, float[] push, long[] fired) {
        float[] v = membrane.v;
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = membrane.refractory.held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                boolean held = (heldBits >>> i & 1) != 0;
                float old = v[i];
                float free = old + (old * membrane.leak.at(i) + membrane.drive.at(i) + push[i - first]);
                if (!held && free >= membrane.threshold.at(i)) {
                    firedBits |= 1L << i;
                }
                v[i] = held ? old : free;
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
