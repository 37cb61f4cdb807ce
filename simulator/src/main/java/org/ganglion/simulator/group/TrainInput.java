package org.ganglion.simulator.group;

import java.util.Arrays;
import org.ganglion.network.neuron.NeuronState;

/**
 * Spikes at given steps onto chosen neurons of a slice.
 *
 * @param steps rising
 * @param counts spikes in each of these steps
 * @param neurons indices in the slice, rising
 */
record TrainInput(int receptor, float weight, long[] steps, int[] counts, int[] neurons) implements SliceInput {

    @Override
    public void begin(long step, NeuronState state) {}

    @Override
    public void add(long step, int first, int count, float[][] input) {
        int at = Arrays.binarySearch(steps, step);
        if (at < 0) {
            return;
        }
        int i = Arrays.binarySearch(neurons, first);
        for (i = i < 0 ? -i - 1 : i; i < neurons.length && neurons[i] < first + count; i++) {
            input[receptor][neurons[i] - first] += weight * counts[at];
        }
    }
}
