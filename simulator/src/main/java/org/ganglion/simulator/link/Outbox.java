package org.ganglion.simulator.link;

/** Takes what a group sends to others. */
public interface Outbox {

    /** All that the group emitted since the last call, whoever reads it; comes before it is sent to its readers. */
    default void published(SpikeBatch batch) {}

    /** Spikes and promise for a group that reads this one. */
    void send(int reader, SpikeBatch batch);

    /** Tells a group that is read how far its reader has come, where no batches go that way. */
    void acknowledge(int sender, int reader, long step);

    /** Tells of a window of time that is over. */
    default void told(WindowReport report) {}
}
