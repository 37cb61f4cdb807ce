package org.ganglion.simulator.group;

/** Turns summed input from whole units into the unit of the receptor, and clears the sums. Twin: {@link InputVector}. */
final class InputScalar {
    private InputScalar() {}

    /** Converts {@code sums[from .. from + count)} to {@code input[0 .. count)}. */
    static void take(int[] sums, int from, int count, float unit, float[] input) {
        for (int i = 0; i < count; i++) {
            input[i] = sums[from + i] * unit;
            sums[from + i] = 0;
        }
    }

    /** Likewise for 64-bit sums; a sum is rounded to float once. */
    static void take(long[] sums, int from, int count, double unit, float[] input) {
        for (int i = 0; i < count; i++) {
            input[i] = (float) (sums[from + i] * unit);
            sums[from + i] = 0;
        }
    }
}
