package org.ganglion.cli.bench;

/** Streams memory: the compiler makes vectors of it. */
final class ReadLoop {
    private ReadLoop() {}

    static long sum(int[] words) {
        int sum = 0;
        for (int i = 0; i < words.length; i++) {
            sum += words[i];
        }
        return sum;
    }
}
