package org.ganglion.simulator.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.ganglion.simulator.RunState;

/**
 * What was asked of a run and is still to be heeded: that it pause, that it go on for some steps all the same, that it
 * stop, and what is to be done at the next step that no group has passed.
 *
 * <p>Its owner holds a lock around every call but {@link #stopping}, and tells the groups.
 */
public final class Orders {
    private final List<LongConsumer> deeds = new ArrayList<>();
    private volatile boolean stopping;
    private boolean paused;
    private long owed; // steps that it may go on though it is paused

    /** Ends the run; whether that is news. */
    public boolean stop() {
        boolean news = !stopping;
        stopping = true;
        return news;
    }

    /** Halts the run; whether that is news. */
    public boolean pause() {
        boolean news = !paused;
        paused = true;
        return news;
    }

    /** Lets a run that is paused go on. */
    public void resume() {
        paused = false;
        owed = 0;
    }

    /** Lets a run that is paused go on for some steps, and pauses one that is not; whether it was the latter. */
    public boolean step(long steps) {
        if (pause()) {
            return true;
        }
        owed += steps;
        return false;
    }

    /** Has something done at the next step that no group has passed. */
    public void atAgreedStep(LongConsumer deed) {
        deeds.add(deed);
    }

    /** Does at a step what is to be done. */
    public void act(long step) {
        deeds.forEach(deed -> deed.accept(step));
        deeds.clear();
    }

    /** Takes steps, at most so many, that the run may go on though it is paused. */
    public long take(long most) {
        long taken = Math.min(owed, most);
        owed -= taken;
        return taken;
    }

    public boolean paused() {
        return paused;
    }

    /** Whether the run is to end, for any thread. */
    public boolean stopping() {
        return stopping;
    }

    /**
     * What the run is doing.
     *
     * @param done whether it has come to its end
     * @param standing whether all groups stand where they were told to
     */
    public RunState.Phase phase(boolean done, boolean standing) {
        if (done) {
            return RunState.Phase.DONE;
        }
        if (stopping) {
            return RunState.Phase.STOPPING;
        }
        if (!paused) {
            return RunState.Phase.RUNNING;
        }
        return standing ? RunState.Phase.PAUSED : RunState.Phase.PAUSING;
    }
}
