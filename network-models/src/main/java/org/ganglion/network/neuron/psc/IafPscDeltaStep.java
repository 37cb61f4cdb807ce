package org.ganglion.network.neuron.psc;

import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.Membrane;

/**
 * One step of {@link IafPscDelta}, a neuron at a time: what {@link IafPscDeltaStepVector} must equal to the bit. Bound,
 * reset and hold follow in {@link Membrane#finish}.
 */
final class IafPscDeltaStep {
    private IafPscDeltaStep() {}

    /** Input to refractory neurons is lost. */
    static void drop(int first, int end, Membrane membrane, float[] input, long[] fired) {
        float[] v = membrane.v;
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = membrane.refractory.held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                boolean held = (heldBits >>> i & 1) != 0;
                float old = v[i];
                float free = old + (old * membrane.leak.at(i) + membrane.drive.at(i)) + input[i - first];
                if (!held && free >= membrane.threshold.at(i)) {
                    firedBits |= 1L << i;
                }
                v[i] = held ? old : free;
            }
            fired[word >>> 6] = firedBits;
        }
    }

    /** Input to refractory neurons is saved, decays, and is added in the first free step. */
    static void save(int first, int end, Membrane membrane, IafPscDelta.Saved saved, float[] input, long[] fired) {
        float[] v = membrane.v;
        float[] b = saved.mV();
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = membrane.refractory.held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                boolean held = (heldBits >>> i & 1) != 0;
                float leak = membrane.leak.at(i);
                float old = v[i];
                float oldSaved = b[i] + b[i] * leak;
                float free = old + (old * leak + membrane.drive.at(i)) + input[i - first] + oldSaved;
                if (!held && free >= membrane.threshold.at(i)) {
                    firedBits |= 1L << i;
                }
                v[i] = held ? old : free;
                b[i] = held ? (oldSaved + input[i - first]) * saved.kept().at(i) : 0;
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
