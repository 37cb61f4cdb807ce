package org.ganglion.simulator.link;

import java.util.Arrays;

/** Spikes emitted since the last batch was sent, step after step. */
public final class SpikeBuffer {
    private int[] neurons = new int[64];
    private int[] ends = new int[16];
    private int steps;
    private int count;

    /** Adds a spike to the present step. */
    public void add(int neuron) {
        if (count == neurons.length) {
            neurons = Arrays.copyOf(neurons, 2 * count);
        }
        neurons[count++] = neuron;
    }

    /** Ends the present step and begins the next one. */
    public void endStep() {
        if (steps == ends.length) {
            ends = Arrays.copyOf(ends, 2 * steps);
        }
        ends[steps++] = count;
    }

    /** Steps that have ended. */
    public int steps() {
        return steps;
    }

    /** Spikes in all of its steps. */
    public int count() {
        return count;
    }

    /** Who emitted them; only the first {@link #count} are valid. */
    public int[] neurons() {
        return neurons;
    }

    /** A batch of all steps ended so far, the last of them before {@code time}; the buffer is empty afterwards. */
    public SpikeBatch take(int sender, long time) {
        SpikeBatch batch =
                new SpikeBatch(sender, time - steps, Arrays.copyOf(ends, steps), Arrays.copyOf(neurons, count));
        steps = 0;
        count = 0;
        return batch;
    }
}
