package org.ganglion.distributed.protocol;

import org.ganglion.simulator.link.SpikeBatch;

/** What groups say to each other. Any message may be lost, late, or come twice. */
public sealed interface GroupMessage {

    /** The group that it is for. */
    int to();

    /** How many changes of stimuli the sender knows: who knows others takes no notice of it. */
    int revision();

    /** Spikes and promise for a reader. */
    record Spikes(int to, int revision, SpikeBatch batch) implements GroupMessage {}

    /** A reader has computed all steps before this one. */
    record Reached(int to, int revision, int reader, long step) implements GroupMessage {}

    /**
     * A group waits and asks again.
     *
     * @param by the group that waits
     * @param fromStep spikes of this step and later ones are missing; -1 if it only waits to be read
     * @param step the waiting group's own step
     */
    record Need(int to, int revision, int by, long fromStep, long step) implements GroupMessage {}

    /**
     * What was needed is nowhere any more.
     *
     * @param firstStep first step whose spikes the sender still has
     */
    record Gone(int to, int revision, int sender, long firstStep) implements GroupMessage {}
}
