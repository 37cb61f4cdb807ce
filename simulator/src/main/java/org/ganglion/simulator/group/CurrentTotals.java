package org.ganglion.simulator.group;

import org.ganglion.network.neuron.NeuronState;

/** Currents into the neurons of a slice, by stimulus, so that their sum is always made in the same order. */
final class CurrentTotals {
    private final double[][] byStimulus; // [stimulus][neuron]

    CurrentTotals(int stimuli, int neurons) {
        this.byStimulus = new double[stimuli][neurons];
    }

    /** Sets the current by one stimulus, given by its position among all, and hands on the sum. */
    void set(int stimulus, int neuron, double amplitudePa, NeuronState state) {
        byStimulus[stimulus][neuron] = amplitudePa;
        double total = 0;
        for (double[] currents : byStimulus) {
            total += currents[neuron];
        }
        state.setCurrent(neuron, total);
    }
}
