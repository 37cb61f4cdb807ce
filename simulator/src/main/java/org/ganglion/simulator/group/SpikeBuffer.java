package org.ganglion.simulator.group;

import java.util.Arrays;

/** Spikes emitted since the last batch was sent, step after step. */
final class SpikeBuffer {
    private int[] neurons = new int[64];
    private int[] ends = new int[16];
    private int steps;
    private int count;

    void add(int neuron) {
        if (count == neurons.length) {
            neurons = Arrays.copyOf(neurons, 2 * count);
        }
        neurons[count++] = neuron;
    }

    void endStep() {
        if (steps == ends.length) {
            ends = Arrays.copyOf(ends, 2 * steps);
        }
        ends[steps++] = count;
    }

    int steps() {
        return steps;
    }

    int count() {
        return count;
    }

    int[] neurons() {
        return neurons;
    }

    /** A batch of all steps ended so far, the last of them before {@code time}; the buffer is empty afterwards. */
    SpikeBatch take(int sender, long time) {
        SpikeBatch batch =
                new SpikeBatch(sender, time - steps, Arrays.copyOf(ends, steps), Arrays.copyOf(neurons, count));
        steps = 0;
        count = 0;
        return batch;
    }
}
