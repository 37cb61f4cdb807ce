package org.ganglion.cli.bench;

/** Adds synapses that lie one after the other in memory to the sums of their targets: delivery without rows and runs. */
final class ScatterLoop {
    private ScatterLoop() {}

    /** Weight in the upper and target in the lower half of a word. */
    static long packed(int[] words, int[] sums) {
        for (int i = 0; i < words.length; i++) {
            int word = words[i];
            sums[word & 0xFFFF] += word >> 16;
        }
        return sums[0];
    }

    /** Two targets a word, one weight for all. */
    static long constant(int[] words, int[] sums) {
        for (int i = 0; i < words.length; i++) {
            int word = words[i];
            sums[word & 0xFFFF] += 3;
            sums[word >>> 16] += 3;
        }
        return sums[0];
    }
}
