package org.ganglion.simulator.actor;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ExtensibleBehavior;
import akka.actor.typed.Signal;
import akka.actor.typed.TypedActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.io.IOException;
import java.util.List;
import org.ganglion.network.Change;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.link.Outbox;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.link.WindowReport;

/**
 * The shell around a group: turns messages into calls, and what the group sends into messages.
 *
 * <p>A hand-written behaviour rather than a builder's: a message comes every 0.1 ms of model time, and the builder's
 * dispatch costs 7 to 29 % of a round (docs/benchmarks.md, "messages").
 */
final class GroupActor extends ExtensibleBehavior<GroupActor.Command> implements Outbox {
    /** Steps computed before other messages get their turn. */
    private static final int MOST_STEPS = 64;

    /** What a group can be told. */
    sealed interface Command {}

    /** The actors of all groups, by number. Comes first. */
    record Peers(List<ActorRef<Command>> groups) implements Command {}

    /** Run up to a step and report when it is reached. */
    record RunTo(long step) implements Command {}

    /** Stop where you are and report where that is. */
    record Hold() implements Command {}

    /** From the step on that it names, which the group has not computed, a stimulus is another. */
    record Apply(Change change) implements Command {}

    /** Never pass a step until told of another one. */
    record Gate(long step) implements Command {}

    /** Spikes of a group that this one reads. */
    record Batch(SpikeBatch batch) implements Command {}

    /** A group that reads this one has come so far. */
    record Reached(int reader, long step) implements Command {}

    /** Go on: sent to oneself. */
    private record Continue() implements Command {}

    private static final Continue CONTINUE = new Continue();

    private final NeuronGroup group;
    private final RunControl control;
    private List<ActorRef<Command>> peers = List.of();
    private long reported = -1;
    private boolean continuing;

    GroupActor(NeuronGroup group, RunControl control) {
        this.group = group;
        this.control = control;
    }

    @Override
    public Behavior<Command> receive(TypedActorContext<Command> context, Command message) {
        try {
            take(message);
            advance(context);
            return Behaviors.same();
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it is, the thread that waits for the run must hear of it.
            control.failed(e);
            return Behaviors.stopped();
        }
    }

    private void take(Command message) {
        switch (message) {
            case Batch(SpikeBatch batch) -> group.accept(batch);
            case Continue c -> continuing = false;
            case Reached(int reader, long step) -> group.readerReached(reader, step);
            case RunTo(long step) -> {
                group.runTo(step);
                reported = -1;
            }
            case Hold h -> {
                group.runTo(group.time());
                reported = group.time();
                control.held(group.number(), group.time());
            }
            case Apply(Change change) -> group.change(change);
            case Gate(long step) -> group.gate(step);
            case Peers(List<ActorRef<Command>> groups) -> peers = groups;
        }
    }

    private void advance(TypedActorContext<Command> context) throws IOException {
        boolean more = group.advance(MOST_STEPS, this);
        if (more && !continuing) {
            continuing = true;
            context.asJava().getSelf().tell(CONTINUE);
        }
        if (group.time() == group.end() && reported != group.end()) {
            reported = group.end();
            control.reached(group.number(), group.end());
        }
    }

    @Override
    public void send(int reader, SpikeBatch batch) {
        peers.get(reader).tell(new Batch(batch));
    }

    @Override
    public void acknowledge(int sender, int reader, long step) {
        peers.get(sender).tell(new Reached(reader, step));
    }

    @Override
    public void told(WindowReport report) {
        control.told(report);
    }

    /** Unknown signals must be unhandled, not ignored: Akka's own shutdown relies on it. */
    @Override
    public Behavior<Command> receiveSignal(TypedActorContext<Command> context, Signal signal) {
        return Behaviors.unhandled();
    }
}
