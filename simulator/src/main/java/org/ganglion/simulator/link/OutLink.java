package org.ganglion.simulator.link;

/** One group that reads another: how soon it needs spikes, and how far it is known to be. */
final class OutLink {
    private final int reader;
    private final int delay;
    private long reached;

    /** @param delay smallest delay of any synapse onto the reader's neurons, in steps */
    OutLink(int reader, int delay) {
        this.reader = reader;
        this.delay = delay;
    }

    int reader() {
        return reader;
    }

    int delay() {
        return delay;
    }

    long reached() {
        return reached;
    }

    void reached(long step) {
        reached = Math.max(reached, step);
    }
}
