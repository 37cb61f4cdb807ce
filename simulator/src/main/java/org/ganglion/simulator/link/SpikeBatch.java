package org.ganglion.simulator.link;

/**
 * All spikes that a group emitted in some steps, and with them its promise that there are no others. Never written after
 * it has been sent.
 *
 * @param sender number of the group
 * @param firstStep first step covered
 * @param ends {@code ends[i]} is where the spikes of step {@code firstStep + i} end in {@code neurons}
 * @param neurons indices in the whole network; a neuron that emits several spikes at once stands there several times
 */
public record SpikeBatch(int sender, long firstStep, int[] ends, int[] neurons) {

    /** The step after the last one covered: every spike before it has been sent. */
    public long promise() {
        return firstStep + ends.length;
    }

    /** Where the spikes of a step begin in {@link #neurons}. */
    public int begin(int stepIndex) {
        return stepIndex == 0 ? 0 : ends[stepIndex - 1];
    }
}
