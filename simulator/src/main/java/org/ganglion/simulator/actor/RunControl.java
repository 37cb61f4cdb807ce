package org.ganglion.simulator.actor;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.ganglion.simulator.SimulationException;
import org.jspecify.annotations.Nullable;

/**
 * Where the thread that started a run meets the groups: it waits here until all have reached a step. A stop ends all at
 * one step: all hold, then run on to where the furthest is.
 */
final class RunControl {
    private final Consumer<GroupActor.Command> toAll;
    private final long[] reached;
    private final boolean[] holding;
    private long target = -1;
    private boolean stopping;
    private @Nullable Throwable failure;

    /** @param toAll sends a command to every group */
    RunControl(int groups, Consumer<GroupActor.Command> toAll) {
        this.toAll = toAll;
        this.reached = new long[groups];
        this.holding = new boolean[groups];
    }

    /** Lets all groups run to a step and waits until they are there, or where {@link #stop} ended the run. */
    synchronized long runTo(long step) throws IOException, InterruptedException {
        if (!stopping) {
            target = step;
            Arrays.fill(reached, -1);
            toAll.accept(new GroupActor.RunTo(step));
        }
        while (failure == null && !settled()) {
            wait();
        }
        if (failure != null) {
            throw asThrown(failure);
        }
        return target;
    }

    /** Whether all groups are where they shall be; once they are being stopped, only after all have held. */
    private boolean settled() {
        return (!stopping || allHold()) && Arrays.stream(reached).allMatch(r -> r == target);
    }

    private static RuntimeException asThrown(Throwable cause) throws IOException {
        if (cause instanceof IOException io) {
            throw io;
        }
        return cause instanceof SimulationException known
                ? known
                : new SimulationException("a group failed: " + cause, cause);
    }

    /** Ends the current and every later run. */
    synchronized void stop() {
        if (!stopping) {
            stopping = true;
            toAll.accept(new GroupActor.Hold());
        }
    }

    /** A group stands at a step, having been told to hold. */
    synchronized void held(int group, long step) {
        reached[group] = step;
        holding[group] = true;
        if (!allHold()) {
            return;
        }
        target = Arrays.stream(reached).max().orElse(step);
        Arrays.fill(reached, -1);
        toAll.accept(new GroupActor.RunTo(target));
    }

    /** A group has come to the end of what it was told. */
    synchronized void reached(int group, long step) {
        boolean waitingForHolds = stopping && !allHold();
        if (step == target && !waitingForHolds) {
            reached[group] = step;
            notifyAll();
        }
    }

    private boolean allHold() {
        for (boolean h : holding) {
            if (!h) {
                return false;
            }
        }
        return true;
    }

    /** A group cannot go on, or the run is given up. */
    synchronized void failed(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
        notifyAll();
    }
}
