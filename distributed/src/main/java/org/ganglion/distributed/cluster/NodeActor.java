package org.ganglion.distributed.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.MailboxSelector;
import akka.actor.typed.Props;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.cluster.sharding.typed.ShardingMessageExtractor;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Leave;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.protocol.AskedChanges;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.Holding;
import org.ganglion.distributed.protocol.Keeper;
import org.ganglion.distributed.protocol.KeeperRules;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.distributed.wire.Wire;
import org.ganglion.distributed.wire.proto.Wake;
import org.ganglion.simulator.plan.Affinity;

/**
 * The first actor of a node. A few times a second it tells all nodes what its groups do and hears the same of them; the one
 * on the oldest node keeps the run: wakes groups that are nowhere, calls for checkpoints, and has the results written.
 */
public final class NodeActor extends AbstractBehavior<NodeActor.Command> {
    private static final String GROUPS_DISPATCHER = "ganglion.groups-dispatcher";

    /** What carries messages between nodes; where they end is on it, too, so that no thread more is woken. */
    private static final String REMOTE_DISPATCHER = "akka.actor.internal-dispatcher";

    private static final Duration TICK = Duration.ofMillis(100);
    private static final int TICKS_A_BEAT = 2;

    /** A report older than this says nothing about where groups are. */
    private static final long FRESH_MS = 2500;

    /** So long a disk may fail the keeper before it gives up. */
    private static final long TROUBLE_MS = 10_000;

    /** How long a node that leaves waits for a checkpoint. */
    private static final long DRAINING_MS = 10_000;

    private static final EntityTypeKey<HostedGroupActor.Command> GROUPS =
            EntityTypeKey.create(HostedGroupActor.Command.class, "groups");

    /** What the node can be told. */
    public sealed interface Command {}

    /** Somebody wants the run to end. */
    public record AskStop() implements Command {}

    /** Somebody wants a checkpoint. */
    public record AskCheckpoint() implements Command {}

    /** Somebody wants the run to pause, to go on for some steps, or to go on. */
    public record AskHold(boolean paused, long steps) implements Command {}

    /** Somebody wants a stimulus to change. */
    public record AskChange(LiveChange change) implements Command {}

    /** The node shall leave: its groups are taken over by others. */
    public record Drain() implements Command {}

    /** What other nodes said. */
    record Heard(String from, List<NodeReport> reports, List<Word> words) implements Command {}

    private record Tick() implements Command {}

    private record Written() implements Command {}

    private record NotWritten(String why) implements Command {}

    private record Said(NodeReport report, long at) {}

    private final NodeContext node;
    private final KeeperRules rules;
    private final Directory directory;
    private final Peers peers;
    private final NodeLog log;
    private final ActorRef<Wake> sharding;
    private final Map<String, Said> said = new HashMap<>(); // by key of node
    private final Map<String, Shares.Offer> offers = new ConcurrentHashMap<>(); // by address
    private final LostGroups lostGroups;
    private Optional<Keeper> keeper = Optional.empty();
    private Word word;
    private long ticks;
    private long reports;
    private int groupsTold;
    private boolean stop;
    private long asked;
    private Holding holding = Holding.NONE;
    private final AskedChanges askedChanges = new AskedChanges();
    private boolean writing;
    private boolean ending;
    private boolean startingAnew;
    private long drainingSince = -1;
    private long completeAtDrain;
    private int upBefore;
    private final RunClock clock;
    private final Wakefulness wakefulness = new Wakefulness(now(), FRESH_MS);
    private long troubleSince = -1;

    private NodeActor(ActorContext<Command> context, NodeContext node) {
        super(context);
        this.node = node;
        this.rules = node.rules();
        this.log = node.log();
        this.word = Word.none(rules.endStep());
        this.clock = new RunClock(node.workshop().plan().experiment().settings().warmUpSteps());
        this.directory = new Directory(rules.groups());
        this.peers = new Peers(
                context.getSystem(),
                node.run(),
                context.getSystem().dispatchers().lookup(DispatcherSelector.fromConfig(GROUPS_DISPATCHER)),
                () -> Math.ceilDiv(directory.groupsHere(), node.threads()));
        context.spawn(
                Inlet.create(node.run(), peers, directory, log, context.getSelf()),
                Peers.INLET,
                DispatcherSelector.fromConfig(REMOTE_DISPATCHER));
        this.sharding = startSharding();
        this.lostGroups = new LostGroups(
                rules,
                node.expectedNodes(),
                log,
                group -> sharding.tell(Wake.newBuilder().setGroup(group).build()),
                now());
    }

    /** The node's first actor. */
    public static Behavior<Command> create(NodeContext node) {
        return Behaviors.withTimers(timers -> {
            timers.startTimerWithFixedDelay(new Tick(), TICK);
            return Behaviors.setup(context -> new NodeActor(context, node));
        });
    }

    private ActorRef<Wake> startSharding() {
        HostedGroupActor.Node shared = new HostedGroupActor.Node(
                node.workshop(), directory, node.builders(), node.disk(), log, rules.endStep());
        Props props = DispatcherSelector.fromConfig(GROUPS_DISPATCHER)
                .withNext(MailboxSelector.fromConfig("ganglion.groups-mailbox"));
        Placement placement = new Placement(
                Affinity.of(node.workshop().plan()),
                rules.groups(),
                address -> offers.getOrDefault(address.toString(), node.offer()),
                () -> node.view().get().word().silenced(),
                akka.cluster.Cluster.get(getContext().getSystem()).selfAddress());
        return ClusterSharding.get(getContext().getSystem())
                .init(Entity.of(GROUPS, e -> HostedGroupActor.create(Integer.parseInt(e.getEntityId()), shared))
                        .withMessageExtractor(new WakeExtractor())
                        .withStopMessage(new HostedGroupActor.HandOver())
                        .withAllocationStrategy(placement)
                        .withEntityProps(props));
    }

    /** Each group is a shard of its own. */
    private static final class WakeExtractor extends ShardingMessageExtractor<Wake, HostedGroupActor.Command> {
        @Override
        public String entityId(Wake wake) {
            return Integer.toString(wake.getGroup());
        }

        @Override
        public String shardId(String entityId) {
            return entityId;
        }

        @Override
        public HostedGroupActor.Command unwrapMessage(Wake wake) {
            return new HostedGroupActor.Awake();
        }
    }

    static long now() {
        return System.nanoTime() / 1_000_000;
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Tick.class, t -> onTick())
                .onMessage(Heard.class, this::onHeard)
                .onMessage(AskStop.class, a -> {
                    stop = true;
                    return this;
                })
                .onMessage(AskCheckpoint.class, a -> {
                    asked++;
                    return this;
                })
                .onMessage(AskHold.class, this::onAskHold)
                .onMessage(AskChange.class, a -> {
                    askedChanges.add(a.change());
                    return this;
                })
                .onMessage(Drain.class, d -> onDrain())
                .onMessage(Written.class, w -> {
                    keeper.ifPresent(Keeper::finish);
                    return this;
                })
                .onMessage(NotWritten.class, n -> {
                    keeper.ifPresent(k -> k.fail("the results could not be written: " + n.why()));
                    return this;
                })
                .build();
    }

    /** What is asked counts from what was asked before, which the keeper's first word tells. */
    private Behavior<Command> onAskHold(AskHold ask) {
        if (word.number() == 0) {
            getContext().scheduleOnce(TICK, getContext().getSelf(), ask);
        } else {
            holding = holding.orLater(word.held()).next(ask.paused(), ask.steps());
        }
        return this;
    }

    private Behavior<Command> onHeard(Heard heard) {
        if (startingAnew || peers.outlet(heard.from()).isEmpty()) {
            return this; // of a node that is not in this cluster, or not any more
        }
        for (NodeReport report : heard.reports()) {
            said.put(heard.from(), new Said(report, now()));
            offers.put(report.address(), node.offer(report.threads(), report.memoryBytes()));
            stop |= report.stop();
            asked = Math.max(asked, report.checkpointsAsked());
            holding = holding.orLater(report.holding());
            report.asked().forEach(askedChanges::add);
        }
        if (!heard.reports().isEmpty()) {
            locate();
        }
        if (keeper.isEmpty()) {
            heard.words().forEach(this::heed);
        }
        return this;
    }

    private void heed(Word latest) {
        if (latest.replaces(word)) {
            word = latest;
        }
        if (word.finished()) {
            end(new Ending(Ending.Kind.FINISHED, ""));
        } else if (!word.failure().isEmpty()) {
            end(new Ending(Ending.Kind.FAILED, word.failure()));
        }
    }

    private Behavior<Command> onTick() {
        if (startingAnew) {
            return this;
        }
        long asleepMs = wakefulness.asleepMs(now());
        if (asleepMs > 0) {
            log.say("was asleep for " + asleepMs / 1000 + " s; starts its actors anew");
            startAnew();
            return this;
        }
        wakefulness.isAwake(now());
        directory.residents().forEach(r -> r.actor().tell(new HostedGroupActor.Tick()));
        peers.all().forEach(o -> o.tick(now()));
        if (++ticks % TICKS_A_BEAT == 0) {
            beat();
        } else if (directory.groupsHere() != groupsTold) {
            report(); // so that others know where a group is before it has been restored and asks them
        }
        wakefulness.isAwake(now());
        return this;
    }

    /** Ends these actors; the process goes on with others. What these know counts no longer. */
    private void startAnew() {
        startingAnew = true;
        node.view().set(NodeView.alone(rules.endStep()));
        getContext().getSystem().terminate();
    }

    private void beat() {
        peers.refresh();
        said.keySet()
                .removeIf(key -> !key.equals(peers.self()) && peers.outlet(key).isEmpty());
        noticeNewcomers();
        report();
        List<NodeReport> nodes = fresh();
        lostGroups.note(nodes, peers::isLeaving);
        clock.look(nodes, word, lostGroups.lost(nodes, word).isEmpty(), now());
        locate();
        if (peers.selfIsOldest()) {
            tryToKeep(nodes);
        } else {
            keeper = Optional.empty();
        }
        directory.residents().forEach(r -> r.actor().tell(new HostedGroupActor.Heed(word)));
        drain();
        node.view().set(view());
    }

    /** Tells all nodes what is here. */
    private void report() {
        List<GroupReport> groups =
                directory.residents().stream().map(Directory.Resident::report).toList();
        groupsTold = groups.size();
        NodeReport report = new NodeReport(
                node.name(),
                node.door(),
                peers.self().split("#", 2)[0],
                node.threads(),
                node.memoryBytes(),
                ++reports,
                stop,
                asked,
                groups,
                ProcessHandle.current().pid(),
                holding,
                askedChanges.after(word));
        said.put(peers.self(), new Said(report, now()));
        peers.all().forEach(o -> o.add(Wire.of(report)));
    }

    /** When a node has joined, groups will move to it: they continue from a checkpoint made now. */
    private void noticeNewcomers() {
        int up = peers.up();
        if (up > upBefore && upBefore > 0 && lostGroups.anyEverSeen() && peers.selfIsOldest()) {
            asked++;
        }
        if (up > upBefore && up > rules.groups() && directory.groupsHere() == 0) {
            log.say("of " + up + " nodes some get no group, as there are " + rules.groups()
                    + "; ganglion resume --set simulation.groups=N makes more of a run that was stopped");
        }
        upBefore = up;
    }

    private List<NodeReport> fresh() {
        long now = now();
        return said.values().stream()
                .filter(s -> now - s.at() < FRESH_MS)
                .map(Said::report)
                .toList();
    }

    private void locate() {
        long now = now();
        Map<Integer, List<Outlet>> elsewhere = new HashMap<>();
        said.forEach((key, s) -> peers.outlet(key)
                .filter(o -> now - s.at() < FRESH_MS)
                .ifPresent(outlet -> s.report().groups().forEach(g -> elsewhere
                        .computeIfAbsent(g.group(), k -> new ArrayList<>())
                        .add(outlet))));
        for (int g = 0; g < rules.groups(); g++) {
            directory.isElsewhere(g, elsewhere.getOrDefault(g, List.of()), now);
        }
    }

    private void tryToKeep(List<NodeReport> nodes) {
        try {
            keep(nodes);
            troubleSince = -1;
        } catch (IOException | UncheckedIOException e) {
            if (troubleSince < 0) {
                log.say("cannot keep the run: " + e + "; tries again");
                troubleSince = now();
            } else if (now() - troubleSince > TROUBLE_MS) {
                end(new Ending(Ending.Kind.FAILED, "cannot keep the run: " + e));
            }
        }
    }

    /** @param nodes what they said before; the disk may take its time */
    private void keep(List<NodeReport> nodes) throws IOException {
        if (keeper.isEmpty()) {
            keeper = Optional.of(new Keeper(
                    node.name() + "-" + Long.toHexString(System.nanoTime()),
                    rules,
                    node.workshop().checkpoints(),
                    node.workshop().plan().experiment(),
                    word,
                    now()));
            log.say("keeps the run from now on");
            lostGroups.takeUp(now());
        }
        Keeper mine = keeper.get();
        nodes.forEach(r -> mine.hear(r, now()));
        long before = word.complete();
        int changed = word.changes().size();
        Word latest = mine.decide(now());
        if (latest.complete() > before) {
            log.say("checkpoint at step " + latest.complete() + " is whole");
        }
        latest.changes().stream().skip(changed).forEach(this::sayChange);
        peers.all().forEach(o -> o.add(Wire.of(latest)));
        boolean heard = wakefulness.inTimeMs(now()) > FRESH_MS;
        if (!latest.finished() && lostGroups.see(mine, nodes, peers.up(), word, heard, now())) {
            startAnew();
            return;
        }
        mine.atEnd().ifPresent(end -> write(end, latest));
        heed(latest);
    }

    private void sayChange(LiveChange change) {
        log.say(change.change(1).path() + " is " + change.value() + " from step " + change.step() + " on");
    }

    private void write(Generation end, Word last) {
        if (writing) {
            return;
        }
        writing = true;
        ActorRef<Command> self = getContext().getSelf();
        List<NodeReport> nodes = fresh();
        RunTime time = clock.time(now());
        node.builders().execute(() -> {
            try {
                node.results().write(end, nodes, last, time);
                self.tell(new Written());
            } catch (IOException | RuntimeException | Error e) {
                log.say("the results could not be written: " + e);
                self.tell(new NotWritten(String.valueOf(e.getMessage())));
            }
        });
    }

    private Behavior<Command> onDrain() {
        if (drainingSince < 0) {
            log.say("leaves once a checkpoint is whole");
            drainingSince = now();
            completeAtDrain = word.complete();
            asked++;
        }
        return this;
    }

    private void drain() {
        if (drainingSince < 0 || ending) {
            return;
        }
        boolean waited = now() - drainingSince > DRAINING_MS || !lostGroups.anyEverSeen();
        if (word.complete() > completeAtDrain || waited) {
            ending = true;
            node.ended().complete(new Ending(Ending.Kind.LEFT, ""));
            Cluster cluster = Cluster.get(getContext().getSystem());
            if (peers.up() > 1) {
                cluster.manager().tell(Leave.create(cluster.selfMember().address()));
            } else {
                getContext().getSystem().terminate();
            }
        }
    }

    /** Goes, once the others have had time to hear why. */
    private void end(Ending how) {
        if (!ending) {
            ending = true;
            peers.all().forEach(o -> log.say(o.traffic()));
            node.view().set(view());
            node.ended().complete(how);
            Duration wait = keeper.isPresent() ? Duration.ofMillis(1200) : Duration.ofMillis(300);
            getContext()
                    .getSystem()
                    .scheduler()
                    .scheduleOnce(
                            wait,
                            () -> getContext().getSystem().terminate(),
                            getContext().getExecutionContext());
        }
    }

    private NodeView view() {
        return new NodeView(
                fresh(),
                word,
                peers.up() == 0 ? 0 : fresh().size(),
                peers.oldest().map(m -> m.address().toString()).orElse(""),
                peers.self().split("#", 2)[0]);
    }
}
