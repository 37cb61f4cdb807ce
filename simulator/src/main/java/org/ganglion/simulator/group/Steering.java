package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.ganglion.simulator.RunState;

/** Where threads that command a plain loop meet it. The loop heeds commands when all groups stand at one step. */
final class Steering {
    private final List<LongConsumer> deeds = new ArrayList<>();
    private volatile boolean called;
    private volatile boolean stopped;
    private boolean paused;
    private boolean waiting;
    private long owed; // steps that it may go on though it is paused
    private long pausesAt; // where the last of these lead

    /** Whether somebody wants something. */
    boolean called() {
        return called;
    }

    boolean stopped() {
        return stopped;
    }

    synchronized void stop() {
        stopped = true;
        call();
    }

    synchronized void pause() {
        paused = true;
        call();
    }

    synchronized void resume() {
        paused = false;
        owed = 0;
        pausesAt = 0;
        call();
    }

    synchronized void step(long steps) {
        owed += paused ? steps : 0;
        paused = true;
        call();
    }

    synchronized void atAgreedStep(LongConsumer deed) {
        deeds.add(deed);
        call();
    }

    private void call() {
        called = true;
        notifyAll();
    }

    /**
     * Does at a step what is to be done, and waits while the run is paused.
     *
     * @param end to which the run is meant to go
     * @return the step to which it may go
     */
    synchronized long heed(long step, long end) throws InterruptedException {
        do {
            called = false;
            deeds.forEach(deed -> deed.accept(step));
            deeds.clear();
            pausesAt = Math.max(step, pausesAt) + owed;
            owed = 0;
            waiting = paused && step == pausesAt && step < end && !stopped;
            while (waiting && !called) {
                wait();
            }
        } while (called);
        if (stopped || step >= end) {
            return step;
        }
        return paused ? Math.min(pausesAt, end) : end;
    }

    /** @param done whether it has come to its end */
    synchronized RunState.Phase phase(boolean done) {
        if (done) {
            return RunState.Phase.DONE;
        }
        return stopped
                ? RunState.Phase.STOPPING
                : !paused ? RunState.Phase.RUNNING : waiting ? RunState.Phase.PAUSED : RunState.Phase.PAUSING;
    }
}
