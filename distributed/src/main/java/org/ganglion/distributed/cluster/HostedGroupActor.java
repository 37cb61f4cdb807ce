package org.ganglion.distributed.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ExtensibleBehavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.Signal;
import akka.actor.typed.TypedActorContext;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.ganglion.distributed.checkpoint.DamagedException;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.checkpoint.PartName;
import org.ganglion.distributed.protocol.GroupHost;
import org.ganglion.distributed.protocol.GroupMessage;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.HostedGroup;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.io.source.OwnCode;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.link.SpikeBatch;

/**
 * The shell around a {@link HostedGroup}: turns messages into calls, and has the group built and saved by other threads.
 * Sharding starts one for each group, somewhere.
 */
final class HostedGroupActor extends ExtensibleBehavior<HostedGroupActor.Command> implements GroupHost {
    /** What a group can be told. */
    sealed interface Command {}

    /** Be there. */
    record Awake() implements Command {}

    /** A message of another group. */
    record Take(GroupMessage message) implements Command {}

    /** What the keeper has decided. */
    record Heed(Word word) implements Command {}

    /** Time goes on. */
    record Tick() implements Command {}

    /** Stop: the group will be started elsewhere. */
    record HandOver() implements Command {}

    private record Built(long incarnation, Workshop.Built built) implements Command {}

    private record Saved(long incarnation, PartName part) implements Command {}

    private record Failed(long incarnation, Throwable cause) implements Command {}

    private record Continue() implements Command {}

    private static final Continue CONTINUE = new Continue();

    private final int number;
    private final Node node;
    private final ActorContext<Command> context;
    private Optional<HostedGroup> hosted = Optional.empty();
    private Optional<LegRecording> recording = Optional.empty();
    private GroupReport report;
    private long incarnation;
    private double buildSeconds;
    private Word word;
    private boolean continuing;
    private boolean failed;

    /** What the actors of one node share. */
    record Node(Workshop workshop, Directory directory, Executor builders, Executor disk, NodeLog log, long endStep) {}

    private HostedGroupActor(int number, Node node, ActorContext<Command> context) {
        this.number = number;
        this.node = node;
        this.context = context;
        this.word = Word.none(node.endStep());
        this.report = GroupReport.building(number, 0);
        begin();
    }

    static Behavior<Command> create(int number, Node node) {
        return Behaviors.setup(context -> new HostedGroupActor(number, node, context));
    }

    private void begin() {
        incarnation = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        report = GroupReport.building(number, incarnation);
        node.directory().isHere(number, context.getSelf(), report);
        long mine = incarnation;
        ActorRef<Command> self = context.getSelf();
        node.builders().execute(() -> {
            try {
                self.tell(new Built(mine, node.workshop().build(number, mine)));
            } catch (IOException | RuntimeException | Error e) {
                self.tell(new Failed(mine, e));
            }
        });
    }

    @Override
    public Behavior<Command> receive(TypedActorContext<Command> unused, Command message) {
        try {
            if (message instanceof HandOver) {
                return Behaviors.stopped();
            }
            take(message);
            if (hosted.isPresent() && !failed) {
                advance(hosted.get());
            }
        } catch (IOException | RuntimeException | Error e) {
            fail(e);
        }
        return Behaviors.same();
    }

    private void take(Command message) throws IOException {
        switch (message) {
            case Take(GroupMessage taken) -> {
                if (hosted.isPresent()) {
                    hosted.get().take(taken);
                }
            }
            case Continue c -> continuing = false;
            case Tick t -> tick();
            case Heed(Word latest) -> {
                word = latest.replaces(word) ? latest : word;
                hosted.ifPresent(h -> h.heed(latest));
            }
            case Built(long of, Workshop.Built built) -> {
                if (of == incarnation) {
                    host(built);
                } else {
                    built.group().closeRecording();
                }
            }
            case Saved(long of, PartName part) -> {
                if (of == incarnation) {
                    hosted.ifPresent(h -> h.saved(part));
                }
            }
            case Failed(long of, Throwable cause) -> {
                if (of == incarnation && hosted.isPresent() && cause instanceof DamagedException) {
                    beginAnew(String.valueOf(cause.getMessage()));
                } else if (of == incarnation) {
                    fail(cause);
                }
            }
            case Awake a -> {}
            case HandOver h -> {}
        }
    }

    private void host(Workshop.Built built) {
        long now = now();
        buildSeconds = built.seconds();
        recording = Optional.of(built.recording());
        HostedGroup group = new HostedGroup(
                built.group(),
                this,
                incarnation,
                built.restored(),
                node.workshop().plan(),
                word,
                now);
        hosted = Optional.of(group);
        node.log()
                .say(String.format(
                        Locale.ROOT,
                        "group %d is here, at step %d (built in %.1f s)",
                        number,
                        group.time(),
                        buildSeconds));
        group.catchUp(now);
        tell(group.report(now, buildSeconds));
    }

    private void tick() {
        if (hosted.isPresent() && !failed) {
            hosted.get().tick(now());
            tell(hosted.get().report(now(), buildSeconds));
        }
    }

    private void tell(GroupReport latest) {
        report = latest;
        node.directory().isHere(number, context.getSelf(), latest);
    }

    private void advance(HostedGroup group) throws IOException {
        boolean more = group.advance(HostedGroup.TURN);
        if (more && !continuing) {
            continuing = true;
            context.getSelf().tell(CONTINUE);
        }
    }

    private void fail(Throwable cause) {
        failed = true;
        node.log().say("group " + number + " failed: " + cause);
        String why = OwnCode.of(cause).orElse(String.valueOf(cause.getMessage() == null ? cause : cause.getMessage()));
        tell(report.failed(why));
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    @Override
    public void publish(SpikeBatch batch, int[] readers, int revision) {
        node.directory().publish(batch, readers, revision);
    }

    @Override
    public void changed(List<LiveChange> changes) {
        recording.ifPresent(r -> r.changed(changes));
    }

    @Override
    public void send(GroupMessage message) {
        node.directory().send(message);
    }

    @Override
    public void save(GroupState state) {
        long mine = incarnation;
        ActorRef<Command> self = context.getSelf();
        try {
            hosted.orElseThrow().group().flushRecording(true);
        } catch (IOException e) {
            fail(e);
            return;
        }
        node.disk().execute(() -> {
            try {
                node.workshop()
                        .checkpoints()
                        .save(number, mine, state)
                        .ifPresent(part -> self.tell(new Saved(mine, part)));
            } catch (IOException | RuntimeException | Error e) {
                self.tell(new Failed(mine, e));
            }
        });
    }

    @Override
    public void beginAnew(String why) {
        node.log().say("group " + number + " begins anew from the latest checkpoint: " + why);
        closeRecording();
        hosted = Optional.empty();
        begin();
    }

    @Override
    public long latestCheckpoint() {
        try {
            return node.workshop().checkpoints().latest().map(Generation::step).orElse(0L);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void closeRecording() {
        try {
            if (hosted.isPresent()) {
                hosted.get().group().closeRecording();
            }
        } catch (IOException e) {
            node.log().say("group " + number + ": " + e.getMessage());
        }
    }

    @Override
    public Behavior<Command> receiveSignal(TypedActorContext<Command> unused, Signal signal) {
        if (signal instanceof PostStop) {
            closeRecording();
            node.directory().hasGone(number, context.getSelf());
            return Behaviors.same();
        }
        return Behaviors.unhandled();
    }
}
