package org.ganglion.simulator.group;

import java.util.function.LongConsumer;
import org.ganglion.simulator.RunState;
import org.ganglion.simulator.command.Orders;

/** Where threads that command a plain loop meet it. The loop heeds commands when all groups stand at one step. */
final class Steering {
    private final Orders orders = new Orders();
    private volatile boolean called;
    private boolean waiting;
    private long pausedNanos;
    private long pausesAt; // where the steps lead that it may go on though it is paused

    /** Whether somebody wants something. */
    boolean called() {
        return called;
    }

    boolean stopped() {
        return orders.stopping();
    }

    synchronized void stop() {
        orders.stop();
        call();
    }

    synchronized void pause() {
        orders.pause();
        call();
    }

    synchronized void resume() {
        orders.resume();
        pausesAt = 0;
        call();
    }

    synchronized void step(long steps) {
        orders.step(steps);
        call();
    }

    synchronized void atAgreedStep(LongConsumer deed) {
        orders.atAgreedStep(deed);
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
            orders.act(step);
            pausesAt = Math.max(step, pausesAt) + orders.take(Long.MAX_VALUE);
            waiting = orders.paused() && step == pausesAt && step < end && !orders.stopping();
            long since = System.nanoTime();
            while (waiting && !called) {
                wait();
            }
            pausedNanos += waiting ? System.nanoTime() - since : 0;
        } while (called);
        if (orders.stopping() || step >= end) {
            return step;
        }
        return orders.paused() ? Math.min(pausesAt, end) : end;
    }

    /** For how long the loop has stood paused so far. */
    synchronized long pausedNanos() {
        return pausedNanos;
    }

    /** @param done whether it has come to its end */
    synchronized RunState.Phase phase(boolean done) {
        return orders.phase(done, waiting);
    }
}
