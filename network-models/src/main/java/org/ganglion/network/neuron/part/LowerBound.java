package org.ganglion.network.neuron.part;

/**
 * Keeps the potential of free neurons from falling below a bound. A pass of its own after the step, so that models
 * without a bound do not pay for it: the bound is below the threshold, so who fires is the same.
 */
final class LowerBound {
    private LowerBound() {}

    static void apply(int first, int end, float[] v, long[] held, Column bound) {
        for (int word = first; word < end; word += Column.WORD) {
            long heldBits = held[word >>> 6];
            for (int i = word; i < word + Column.WORD; i++) {
                boolean isHeld = (heldBits >>> i & 1) != 0;
                v[i] = !isHeld && v[i] < bound.at(i) ? bound.at(i) : v[i];
            }
        }
    }
}
