package org.ganglion.network.neuron;

/**
 * One step of {@link IafPscAlpha}, a neuron at a time: what {@link IafPscAlphaStepVector} must equal to the bit. Bound,
 * reset and hold follow in {@link Membrane#finish}.
 */
final class IafPscAlphaStep {
    private IafPscAlphaStep() {}

    /** One current for both signs. */
    static void one(int first, int end, Membrane membrane, IafPscAlpha.Current current, float[] input, long[] fired) {
        float[] v = membrane.v;
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = membrane.refractory.held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                boolean held = (heldBits >>> i & 1) != 0;
                float old = v[i];
                float change = old * membrane.leak.at(i) + membrane.drive.at(i) + push(current, i);
                float free = old + change;
                if (!held && free >= membrane.threshold.at(i)) {
                    firedBits |= 1L << i;
                }
                v[i] = held ? old : free;
                advance(current, i, input[i - first]);
            }
            fired[word >>> 6] = firedBits;
        }
    }

    /** An excitatory and an inhibitory current. */
    static void two(
            int first,
            int end,
            Membrane membrane,
            IafPscAlpha.Current excitatory,
            IafPscAlpha.Current inhibitory,
            float[][] input,
            long[] fired) {
        float[] v = membrane.v;
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = membrane.refractory.held[word >>> 6];
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                boolean held = (heldBits >>> i & 1) != 0;
                float old = v[i];
                float change =
                        old * membrane.leak.at(i) + membrane.drive.at(i) + push(excitatory, i) + push(inhibitory, i);
                float free = old + change;
                if (!held && free >= membrane.threshold.at(i)) {
                    firedBits |= 1L << i;
                }
                v[i] = held ? old : free;
                advance(excitatory, i, input[0][i - first]);
                advance(inhibitory, i, input[1][i - first]);
            }
            fired[word >>> 6] = firedBits;
        }
    }

    /** What a current adds to the potential in the step, in mV. */
    private static float push(IafPscAlpha.Current current, int i) {
        return current.pA()[i] * current.gain().at(i)
                + current.rise()[i] * current.riseGain().at(i);
    }

    private static void advance(IafPscAlpha.Current current, int i, float input) {
        float[] pA = current.pA();
        float[] rise = current.rise();
        pA[i] = pA[i] * current.decay().at(i) + rise[i] * current.growth().at(i);
        rise[i] = rise[i] * current.decay().at(i) + input;
    }
}
