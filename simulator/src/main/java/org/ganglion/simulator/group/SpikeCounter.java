package org.ganglion.simulator.group;

/** Counts the spikes of a step for one recorder of rates. */
final class SpikeCounter {
    private final int recorder;
    private final SpikeFilter filter;
    private int count;

    /** @param recorder position among the recorders of rates */
    SpikeCounter(int recorder, SpikeFilter filter) {
        this.recorder = recorder;
        this.filter = filter;
    }

    int recorder() {
        return recorder;
    }

    void spike(int indexInSlice, long step, int multiplicity) {
        if (filter.takes(indexInSlice, step)) {
            count = Math.addExact(count, multiplicity);
        }
    }

    /** The number since it was taken last. */
    int take() {
        int taken = count;
        count = 0;
        return taken;
    }
}
