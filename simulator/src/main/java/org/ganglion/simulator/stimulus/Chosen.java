package org.ganglion.simulator.stimulus;

/**
 * Which neurons of a slice a stimulus reaches, for input that is drawn for whole blocks.
 *
 * @param bits by neuron of the slice; empty for all
 * @param scratch room for the input of a chunk; empty for all
 */
record Chosen(long[] bits, float[] scratch) {

    static final Chosen ALL = new Chosen(new long[0], new float[0]);

    static Chosen of(long[] bits) {
        return new Chosen(bits, new float[SliceInput.CHUNK]);
    }

    boolean all() {
        return bits.length == 0;
    }

    /** Adds the first entries of the scratch to the input of neurons from {@code first} on, where they are chosen. */
    void addScratch(int first, int count, float[] target) {
        for (int i = 0; i < count; i++) {
            if ((bits[(first + i) >>> 6] >>> (first + i) & 1) != 0) {
                target[i] += scratch[i];
            }
        }
    }
}
