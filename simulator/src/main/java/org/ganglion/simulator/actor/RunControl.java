package org.ganglion.simulator.actor;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.ganglion.simulator.RunState;
import org.ganglion.simulator.Runaway;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.command.Orders;
import org.ganglion.simulator.link.WindowReport;
import org.ganglion.simulator.link.WindowWatch;
import org.jspecify.annotations.Nullable;

/**
 * Where the thread that started a run, those that command it, and the groups meet. A command takes effect at a step that
 * no group has passed: all hold, the step of the furthest is agreed, what is to be done there is done, and all run on to
 * it or beyond.
 */
final class RunControl {
    private final WindowWatch watch;
    private final Consumer<GroupActor.Command> toAll;
    private final long[] reached; // [group]: where it stands; -1 while it is on its way to the target
    private final boolean[] holding;
    private final Orders orders = new Orders();
    private long target; // that the groups were told
    private long goal; // that the run is for
    private boolean gathering; // until all hold
    private boolean stepping; // the target is the end of some steps that it may go on though it is paused
    private boolean standing; // paused, with all groups at one step
    private long standingSince;
    private long pausedNanos;
    private @Nullable Throwable failure;

    /**
     * @param watch ends the run where a population fires too fast
     * @param toAll sends a command to every group
     */
    RunControl(int groups, WindowWatch watch, Consumer<GroupActor.Command> toAll) {
        this.watch = watch;
        this.toAll = toAll;
        this.reached = new long[groups];
        this.holding = new boolean[groups];
    }

    /** Lets all groups run to a step and waits until they are there, or where {@link #stop} ended the run. */
    synchronized long runTo(long step) throws IOException, InterruptedException {
        goal = Math.min(step, watch.limit());
        goOn();
        while (failure == null && !(settled() && (orders.stopping() || target == goal))) {
            wait();
        }
        standsNoMore();
        if (failure != null) {
            throw asThrown(failure);
        }
        return target;
    }

    /** Whether all groups stand where they were told to. */
    private boolean settled() {
        return !gathering && Arrays.stream(reached).allMatch(r -> r == target);
    }

    /** Lets groups that all stand at one step go on, as far as they may. */
    private void goOn() {
        if (!settled() || orders.stopping() || target >= goal) {
            return;
        }
        if (!orders.paused()) {
            tell(goal);
            return;
        }
        long steps = orders.take(goal - target);
        if (steps > 0) {
            stepping = true;
            tell(target + steps);
        } else if (!standing) {
            standing = true;
            standingSince = System.nanoTime();
        }
    }

    private void standsNoMore() {
        pausedNanos += standing ? System.nanoTime() - standingSince : 0;
        standing = false;
    }

    /** For how long all groups have stood paused so far; a pause that lasts is counted once it ends. */
    synchronized long pausedNanos() {
        return pausedNanos;
    }

    private void tell(long step) {
        standsNoMore();
        target = step;
        Arrays.fill(reached, -1);
        toAll.accept(new GroupActor.RunTo(step));
    }

    private static RuntimeException asThrown(Throwable cause) throws IOException {
        if (cause instanceof IOException io) {
            throw io;
        }
        return cause instanceof SimulationException known
                ? known
                : new SimulationException("a group failed: " + cause, cause);
    }

    /** Has all groups hold, so that they can agree on a step; where they stand at one already, it is that. */
    private void gather() {
        if (settled()) {
            act(target);
        } else if (!gathering) {
            gathering = true;
            Arrays.fill(holding, false);
            toAll.accept(new GroupActor.Hold());
        }
    }

    private void act(long step) {
        orders.act(step);
        notifyAll();
    }

    /** Ends the current and every later run. */
    synchronized void stop() {
        if (orders.stop()) {
            gather();
        }
    }

    /** Halts the run at one step for all groups. */
    synchronized void pause() {
        if (orders.pause()) {
            gather();
        }
    }

    /** Lets a run that is paused go on. */
    synchronized void resume() {
        orders.resume();
        stepping = false;
        goOn();
    }

    /** Lets a run that is paused go on for some steps; one that is not paused is paused. */
    synchronized void step(long steps) {
        if (orders.step(steps)) {
            gather();
        } else {
            goOn();
        }
    }

    /** Does something at the next step that no group has passed; groups are told what they are told in it before they go on. */
    synchronized void atAgreedStep(LongConsumer deed) {
        orders.atAgreedStep(deed);
        gather();
    }

    /** A group stands at a step, having been told to hold. */
    synchronized void held(int group, long step) {
        reached[group] = step;
        holding[group] = true;
        if (!allHold()) {
            return;
        }
        gathering = false;
        long agreed = Arrays.stream(reached).max().orElse(step);
        act(agreed);
        boolean onwards = !orders.stopping() && (!orders.paused() || stepping);
        tell(!onwards ? agreed : Math.min(goal, orders.paused() ? target : goal));
    }

    /** A group has come to the end of what it was told. */
    synchronized void reached(int group, long step) {
        if (gathering || step != target) {
            return;
        }
        reached[group] = step;
        if (settled()) {
            stepping = false;
            goOn();
            notifyAll();
        }
    }

    /** A group tells of a window of time. */
    synchronized void told(WindowReport report) {
        if (!watch.take(report)) {
            return;
        }
        watch.requireFiniteStates(); // or the group's actor tells of a failure
        toAll.accept(new GroupActor.Gate(watch.gate()));
        goal = Math.min(goal, watch.limit());
        if (target > goal && !gathering) {
            tell(goal); // no group has passed it
        }
    }

    /** Why the run ends before it was meant to, where a population fires too fast. */
    synchronized Optional<Runaway> runaway() {
        return watch.runaway();
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

    /** @param end at which nothing more is to be done */
    synchronized RunState.Phase phase(long end) {
        boolean settled = settled();
        boolean atEnd = settled && (orders.stopping() || target == Math.min(end, watch.limit()));
        return orders.phase(failure != null || atEnd, settled);
    }
}
