package org.ganglion.cli.live;

import java.util.List;
import java.util.Set;

/** A run as the live page sees it, in this process or on nodes. May be called by any thread; nothing waits long. */
public interface LiveRun {

    /** How it is. */
    LiveState state();

    /** What it can be asked. */
    Set<LiveAction> actions();

    /** Which parameters of stimuli can be changed, with the values that they have now. */
    default List<LiveKnob> knobs() {
        return List.of();
    }

    /**
     * Asks something of it; whether it has been done shows in a later {@link #state}.
     *
     * @param argument model time in ms for {@link LiveAction#STEP}, {@code NAME=VALUE} for {@link LiveAction#SET}; else empty
     * @throws LiveRefusal if it cannot be done, with the reason and the remedy
     */
    void ask(LiveAction action, String argument) throws LiveRefusal;
}
