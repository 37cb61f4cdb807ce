package org.ganglion.network.neuron.simple;

import org.ganglion.network.neuron.part.Column;

/** One step of {@link IgnoreAndFire}, a neuron at a time: what {@link IgnoreAndFireStepVector} must equal to the bit. */
final class IgnoreAndFireStep {
    private IgnoreAndFireStep() {}

    static void step(int first, int end, int[] left, int[] period, long[] fired) {
        for (int word = first; word < end; word += Column.WORD) {
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                boolean fires = left[i] == 0;
                firedBits |= fires ? 1L << i : 0;
                left[i] = (fires ? period[i] : left[i]) - 1;
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
