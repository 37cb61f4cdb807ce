package org.ganglion.simulator.stimulus;

import java.util.Arrays;
import org.ganglion.network.neuron.NeuronState;

/**
 * Spikes at given steps onto chosen neurons of a slice.
 *
 * @param steps rising
 * @param counts spikes in each of these steps
 * @param neurons indices in the slice, rising
 */
record TrainInput(int receptor, double weight, long[] steps, int[] counts, int[] neurons) implements SliceInput {

    @Override
    public void begin(long step, NeuronState state) {}

    @Override
    public boolean idle(long step) {
        return Arrays.binarySearch(steps, step) < 0;
    }

    @Override
    public void addExact(long step, int first, int count, double[] input, float[][] scratch) {
        int at = Arrays.binarySearch(steps, step);
        for (int i = at < 0 ? neurons.length : firstIn(first); i < neurons.length && neurons[i] < first + count; i++) {
            input[neurons[i] - first] += weight * counts[at];
        }
    }

    /** Position in {@link #neurons} of the first one that is not before a neuron. */
    private int firstIn(int neuron) {
        int i = Arrays.binarySearch(neurons, neuron);
        return i < 0 ? -i - 1 : i;
    }

    @Override
    public void add(long step, int first, int count, float[][] input) {
        int at = Arrays.binarySearch(steps, step);
        if (at < 0) {
            return;
        }
        for (int i = firstIn(first); i < neurons.length && neurons[i] < first + count; i++) {
            input[receptor][neurons[i] - first] += (float) weight * counts[at];
        }
    }
}
