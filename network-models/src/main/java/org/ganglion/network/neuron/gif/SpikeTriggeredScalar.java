package org.ganglion.network.neuron.gif;

import org.ganglion.network.neuron.part.DoubleColumn;

/** The loops of {@link SpikeTriggered}, a neuron at a time: what {@link SpikeTriggeredVector} must equal to the bit. */
final class SpikeTriggeredScalar {
    private SpikeTriggeredScalar() {}

    static void start(int first, int end, DoubleColumn base, double[] sum) {
        for (int i = first; i < end; i++) {
            sum[i] = base.at(i);
        }
    }

    /** Adds an element to the sum, then lets it decay. */
    static void add(int first, int end, double[] element, DoubleColumn leak, double[] sum) {
        for (int i = first; i < end; i++) {
            sum[i] += element[i];
            element[i] += element[i] * leak.at(i);
        }
    }
}
