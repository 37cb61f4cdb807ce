package org.ganglion.network.neuron.psc;

import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.Membrane;

/**
 * One step of {@link IafPscExp}, a neuron at a time: what {@link IafPscExpStepVector} must equal to the bit. Reset and
 * hold follow in {@link Membrane#finish}.
 */
final class IafPscExpStep {
    private IafPscExpStep() {}

    /** One current for both signs. */
    static void one(int first, int end, Membrane membrane, IafPscExp.Current current, float[] input, long[] fired) {
        float[] v = membrane.v;
        float[] pA = current.pA();
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = membrane.refractory.held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                boolean held = (heldBits >>> i & 1) != 0;
                float old = v[i];
                float change = old * membrane.leak.at(i)
                        + membrane.drive.at(i)
                        + pA[i] * current.gain().at(i);
                float free = old + change;
                if (!held && free >= membrane.threshold.at(i)) {
                    firedBits |= 1L << i;
                }
                v[i] = held ? old : free;
                pA[i] += pA[i] * current.leak().at(i) + input[i - first];
            }
            fired[word >>> 6] = firedBits;
        }
    }

    /** An excitatory and an inhibitory current. */
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
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = membrane.refractory.held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                boolean held = (heldBits >>> i & 1) != 0;
                float old = v[i];
                float change = old * membrane.leak.at(i)
                        + membrane.drive.at(i)
                        + exPa[i] * excitatory.gain().at(i)
                        + inPa[i] * inhibitory.gain().at(i);
                float free = old + change;
                if (!held && free >= membrane.threshold.at(i)) {
                    firedBits |= 1L << i;
                }
                v[i] = held ? old : free;
                exPa[i] += exPa[i] * excitatory.leak().at(i) + input[0][i - first];
                inPa[i] += inPa[i] * inhibitory.leak().at(i) + input[1][i - first];
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
