package org.ganglion.simulator.group;

import java.util.Arrays;
import org.ganglion.network.neuron.NeuronState;

/**
 * A current that changes at given steps, into chosen neurons of a slice.
 *
 * @param stimulus position among the stimuli of the network
 * @param steps rising; {@code amplitudesPa[i]} flows from {@code steps[i]} on
 * @param neurons indices in the slice, rising
 * @param totals current into each neuron of the slice by all stimuli together, shared by them
 */
record CurrentInput(int stimulus, long[] steps, double[] amplitudesPa, int[] neurons, CurrentTotals totals)
        implements SliceInput {

    @Override
    public void begin(long step, NeuronState state) {
        int at = Arrays.binarySearch(steps, step);
        if (at >= 0) {
            for (int neuron : neurons) {
                totals.set(stimulus, neuron, amplitudesPa[at], state);
            }
        }
    }

    @Override
    public void restore(long nextStep, NeuronState state) {
        int at = Arrays.binarySearch(steps, nextStep - 1);
        int last = at >= 0 ? at : -at - 2; // the last change before the step
        if (last >= 0) {
            for (int neuron : neurons) {
                totals.set(stimulus, neuron, amplitudesPa[last], state);
            }
        }
    }

    @Override
    public boolean idle(long step) {
        return true;
    }

    @Override
    public void add(long step, int first, int count, float[][] input) {}
}
