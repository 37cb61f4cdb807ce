package org.ganglion.io.record;

import java.io.IOException;

/** Takes the merged spikes of a run, step by step. */
@FunctionalInterface
public interface SpikeSink {

    /** Takes nothing in. */
    SpikeSink NONE = (step, neurons, count) -> {};

    /**
     * All recorded spikes of one step; steps come in rising order, silent ones are left out.
     *
     * @param neurons index of each spike's neuron in the whole network, ascending; the array is used again afterwards
     * @param count how many entries are used
     */
    void spikes(long step, int[] neurons, int count) throws IOException;
}
