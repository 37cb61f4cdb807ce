package org.ganglion.simulator.plastic;

import java.util.Arrays;

/** Spikes of some neurons in the order of their steps, numbered from the first one ever; the oldest can be forgotten. */
final class RecentSpikes {
    private int[] neurons = new int[64];
    private long[] steps = new long[64];
    private long first; // number of the one at 0
    private int count;
    private int[] begins = {}; // [neuron]: where its spikes begin in byNeuron; empty if that is not known
    private long[] byNeuron = {};

    void add(int neuron, long step) {
        if (count == steps.length) {
            neurons = Arrays.copyOf(neurons, 2 * count);
            steps = Arrays.copyOf(steps, 2 * count);
        }
        neurons[count] = neuron;
        steps[count++] = step;
        begins = new int[0];
    }

    /** Number of the next one to come. */
    long end() {
        return first + count;
    }

    /** Number of the first that is not forgotten. */
    long first() {
        return first;
    }

    int neuron(long spike) {
        return neurons[(int) (spike - first)];
    }

    long step(long spike) {
        return steps[(int) (spike - first)];
    }

    /** Those before this one are not needed any more. */
    void forget(long spike) {
        int old = (int) (spike - first);
        if (old > count / 2) {
            count -= old;
            System.arraycopy(neurons, old, neurons, 0, count);
            System.arraycopy(steps, old, steps, 0, count);
            first = spike;
            begins = new int[0];
        }
    }

    /** Brings those that were added neuron after neuron, none from before a step, into the order of their steps. */
    void sort(long from) {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = ((steps[i] - from) << Integer.SIZE) | neurons[i];
        }
        Arrays.sort(keys);
        for (int i = 0; i < count; i++) {
            steps[i] = from + (keys[i] >> Integer.SIZE);
            neurons[i] = (int) keys[i];
        }
        begins = new int[0];
    }

    /** Steps of a neuron's spikes from a step on. */
    long[] of(int neuron, int size, long from) {
        if (begins.length == 0) {
            index(size);
        }
        int begin = begins[neuron];
        while (begin < begins[neuron + 1] && byNeuron[begin] < from) {
            begin++;
        }
        return Arrays.copyOfRange(byNeuron, begin, begins[neuron + 1]);
    }

    private void index(int size) {
        int[] next = new int[size + 1];
        for (int i = 0; i < count; i++) {
            next[neurons[i] + 1]++;
        }
        for (int n = 0; n < size; n++) {
            next[n + 1] += next[n];
        }
        begins = next.clone();
        byNeuron = new long[count];
        for (int i = 0; i < count; i++) {
            byNeuron[next[neurons[i]]++] = steps[i];
        }
    }

    long bytes() {
        return 12L * steps.length;
    }
}
