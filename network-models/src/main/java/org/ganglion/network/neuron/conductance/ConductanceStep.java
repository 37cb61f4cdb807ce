package org.ganglion.network.neuron.conductance;

import org.ganglion.network.neuron.part.DoubleColumn;

/** One step of conductances, a neuron at a time: what {@link ConductanceStepVector} must equal to the bit. */
final class ConductanceStep {
    private ConductanceStep() {}

    /** Decay, and jumps by what arrives. */
    static void decay(int first, int end, double[] g, DoubleColumn decay, DoubleColumn jump, float[] input) {
        for (int i = first; i < end; i++) {
            g[i] = g[i] * decay.at(i) + input[i - first] * jump.at(i);
        }
    }

    /** Decay alone. */
    static void decay(int first, int end, double[] g, DoubleColumn decay) {
        for (int i = first; i < end; i++) {
            g[i] = g[i] * decay.at(i);
        }
    }

    /** Rise and decay as an alpha function; what arrives makes its slope jump. */
    static void rise(
            int first,
            int end,
            double dtMs,
            double[] g,
            double[] slope,
            DoubleColumn decay,
            DoubleColumn jump,
            float[] input) {
        for (int i = first; i < end; i++) {
            double rate = slope[i];
            g[i] = (g[i] + rate * dtMs) * decay.at(i);
            slope[i] = rate * decay.at(i) + input[i - first] * jump.at(i);
        }
    }
}
