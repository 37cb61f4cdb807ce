package org.ganglion.simulator.group;

/**
 * Whose spikes a recorder takes, and when.
 *
 * @param chosen bit by neuron of the slice
 * @param firstStep spikes of earlier steps are left out
 * @param endStep likewise of this step and later ones
 */
record SpikeFilter(long[] chosen, long firstStep, long endStep) {

    boolean takes(int indexInSlice, long step) {
        return (chosen[indexInSlice >>> 6] >>> indexInSlice & 1) != 0 && step >= firstStep && step < endStep;
    }
}
