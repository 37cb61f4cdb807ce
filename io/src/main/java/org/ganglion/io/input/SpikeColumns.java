package org.ganglion.io.input;

import java.util.Arrays;

/** Spikes as they are read, one after the other. */
final class SpikeColumns {
    private int[] neurons = new int[1024];
    private long[] tics = new long[1024];
    private int size;

    void add(int neuron, long tic) {
        if (size == tics.length) {
            neurons = Arrays.copyOf(neurons, Math.multiplyExact(2, size));
            tics = Arrays.copyOf(tics, 2 * size);
        }
        neurons[size] = neuron;
        tics[size++] = tic;
    }

    int size() {
        return size;
    }

    int[] neurons() {
        return Arrays.copyOf(neurons, size);
    }

    long[] tics() {
        return Arrays.copyOf(tics, size);
    }
}
