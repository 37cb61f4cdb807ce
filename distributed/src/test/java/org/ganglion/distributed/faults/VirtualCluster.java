package org.ganglion.distributed.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.checkpoint.RunIdentity;
import org.ganglion.distributed.protocol.KeeperRules;
import org.ganglion.distributed.protocol.OnFailure;
import org.ganglion.network.Change;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.plan.NetworkPlan;

/**
 * A cluster in one thread and virtual time, whose network delays, reorders, repeats and loses messages, whose nodes die, hang
 * and are cut off, and whose disk is slow and forgets: all drawn from one seed. What runs in it is the real protocol.
 */
final class VirtualCluster {
    /** A run that is not done by then is stuck. */
    private static final long LIMIT_MS = 400_000;

    private static final RunIdentity IDENTITY = new RunIdentity("simulated", "0");
    private static final int WORK_MS = 12;
    private static final int BEAT_MS = 120;

    private final Schedule schedule;
    private final Mutant mutant;
    private final SplittableRandom random;
    private final MemoryDisk disk;
    private final Ledger ledger;
    private final Leg leg;
    private final NetworkPlan plan;
    private int begunAnew;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<VirtualNode> nodes = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private final Set<Integer> cutOff = new HashSet<>();
    private long now;
    private long order;
    private long unique;
    private boolean stopAsked;
    private long stopAtLeg;
    private Optional<Generation> end = Optional.empty();

    private record Event(long at, long order, Action action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    interface Action {
        void run() throws IOException;
    }

    /**
     * @param before changes of stimuli that are part of the description
     * @param stopAtLeg virtual time at which somebody stops this stretch of the run, 0 for never
     */
    VirtualCluster(
            Schedule schedule,
            Mutant mutant,
            MemoryDisk disk,
            Ledger ledger,
            Leg leg,
            List<Change> before,
            long stopAtLeg) {
        this.schedule = schedule;
        this.mutant = mutant;
        this.disk = disk;
        this.ledger = ledger;
        this.leg = leg;
        int groups = leg.number() == 0 ? schedule.groups() : 1 + (schedule.groups() + leg.number()) % 5;
        this.plan = TestCircuit.plan(groups, before);
        this.stopAtLeg = stopAtLeg;
        this.random = new SplittableRandom(schedule.seed() * 31 + leg.number());
        this.unique = 1000L * leg.number();
    }

    /** Runs until the last checkpoint is whole and returns its parts. */
    Generation run() throws IOException {
        for (int n = 0; n < schedule.nodes(); n++) {
            join();
        }
        planFaults();
        while (end.isEmpty()) {
            Event event = events.remove();
            now = event.at();
            if (now > LIMIT_MS) {
                throw new AssertionError("stuck: " + standing());
            }
            event.action().run();
        }
        return end.get();
    }

    private String standing() {
        StringBuilder text = new StringBuilder();
        for (VirtualNode node : nodes) {
            text.append("\n  n")
                    .append(node.number())
                    .append(node.alive ? "" : " dead")
                    .append(node.paused ? " paused" : "");
            text.append(' ').append(node.word());
            node.groups().values().forEach(g -> text.append("\n    ").append(g.report()));
        }
        trace.stream().skip(Math.max(0, trace.size() - 20)).forEach(t -> text.append("\n  ")
                .append(t));
        return text.toString();
    }

    private VirtualNode join() {
        VirtualNode node = new VirtualNode(this, nodes.size());
        nodes.add(node);
        for (VirtualNode other : nodes) {
            node.meet(other.number());
            other.meet(node.number());
        }
        repeat(node, WORK_MS, node::work);
        repeat(node, BEAT_MS, node::beat);
        return node;
    }

    private void repeat(VirtualNode node, int everyMs, Action action) {
        after(random.nextInt(everyMs) + everyMs / 2, () -> {
            if (node.active()) {
                action.run();
            }
            if (node.alive) {
                repeat(node, everyMs, action);
            }
        });
    }

    /** Draws when what goes wrong. */
    private void planFaults() {
        int span = 2500;
        for (int i = 0; i < schedule.kills(); i++) {
            after(random.nextInt(span), this::kill);
        }
        for (int i = 0; i < schedule.pauses(); i++) {
            after(random.nextInt(span), this::pause);
        }
        for (int i = 0; i < schedule.partitions(); i++) {
            after(random.nextInt(span), this::cut);
        }
        for (int i = 0; i < schedule.moves(); i++) {
            after(random.nextInt(span), () -> someone().ifPresent(VirtualNode::moveAway));
        }
        for (int i = 0; i < schedule.joins(); i++) {
            after(random.nextInt(span), this::join);
        }
        for (int i = 0; i < schedule.damages(); i++) {
            after(random.nextInt(span), () -> {
                trace("a file is damaged");
                disk.damage(new java.util.Random(random.nextLong()));
            });
        }
        for (int i = 0; i < schedule.holds(); i++) {
            after(random.nextInt(span), this::hold);
        }
        for (int i = 0; i < schedule.changes(); i++) {
            after(random.nextInt(span), this::change);
        }
        if (stopAtLeg > 0) {
            after(stopAtLeg, () -> stopAsked = true);
        }
    }

    private Optional<VirtualNode> someone() {
        List<VirtualNode> living = nodes.stream().filter(VirtualNode::active).toList();
        return living.isEmpty() ? Optional.empty() : Optional.of(living.get(random.nextInt(living.size())));
    }

    private void kill() {
        someone().ifPresent(node -> {
            trace("n" + node.number() + " is killed");
            node.alive = false;
            if (nodes.stream().noneMatch(VirtualNode::active) || random.nextBoolean()) {
                after(random.nextInt(1500), this::join);
            }
        });
    }

    private void pause() {
        someone().ifPresent(node -> {
            trace("n" + node.number() + " hangs");
            node.paused = true;
            after(random.nextInt(4000), () -> {
                trace("n" + node.number() + " goes on");
                node.paused = false;
            });
        });
    }

    /** Somebody has the run pause, perhaps go on a little, and go on. */
    private void hold() {
        someone().ifPresent(node -> {
            trace("n" + node.number() + " is asked to pause");
            node.ask(true, 0);
        });
        if (random.nextBoolean()) {
            after(random.nextInt(1000), () -> someone().ifPresent(node -> node.ask(true, 1 + random.nextInt(100))));
        }
        after(1000 + random.nextInt(1500), this::goOn);
    }

    /** Somebody changes a stimulus; nothing comes of it if who was asked dies with it. */
    private void change() {
        LiveChange change =
                switch (random.nextInt(3)) {
                    case 0 -> change("noise-far", "rate", 5000 + random.nextInt(2000));
                    case 1 -> change("hum", "rate", 100 + random.nextInt(200));
                    default -> change("noise", "rate", random.nextInt(70));
                };
        someone().ifPresent(node -> {
            trace("n" + node.number() + " is asked for " + change);
            node.ask(change);
        });
    }

    private LiveChange change(String stimulus, String parameter, double value) {
        return new LiveChange("change " + unique(), 0, stimulus, parameter, value);
    }

    /** Again and again, because who was asked may die with it, or be cut off. */
    private void goOn() {
        someone().ifPresent(node -> {
            trace("n" + node.number() + " is asked to go on");
            node.ask(false, 0);
        });
        after(3000, this::goOn);
    }

    private void cut() {
        nodes.stream().filter(n -> random.nextBoolean()).forEach(n -> cutOff.add(n.number()));
        trace("cut off: " + cutOff);
        after(random.nextInt(4000), () -> {
            trace("healed");
            cutOff.clear();
        });
    }

    /** Sends to all other nodes. */
    void broadcast(VirtualNode from, Consumer<VirtualNode> message) {
        for (VirtualNode to : nodes) {
            if (to != from) {
                sendTo(from, to.number(), message);
            }
        }
    }

    /** Sends to one node; to itself at once and for sure. */
    void sendTo(VirtualNode from, int to, Consumer<VirtualNode> message) {
        VirtualNode node = nodes.get(to);
        if (node == from) {
            after(0, () -> arrive(node, message));
            return;
        }
        boolean cut = cutOff.contains(from.number()) != cutOff.contains(to);
        if (cut || random.nextDouble() < schedule.loss()) {
            return;
        }
        after(delay(), () -> arrive(node, message));
        if (random.nextDouble() < schedule.duplication()) {
            after(delay(), () -> arrive(node, message));
        }
    }

    private void arrive(VirtualNode node, Consumer<VirtualNode> message) {
        if (node.paused && node.alive) {
            after(50, () -> arrive(node, message));
        } else if (node.alive) {
            message.accept(node);
        }
    }

    private long delay() {
        return (long) (-Math.log(1 - random.nextDouble()) * schedule.meanDelayMs());
    }

    void after(long ms, Action action) {
        events.add(new Event(now + ms, order++, action));
    }

    long diskMs() {
        return random.nextLong(schedule.slowestDiskMs() + 1);
    }

    long now() {
        return now;
    }

    long unique() {
        return ++unique;
    }

    SplittableRandom random() {
        return random;
    }

    int groups() {
        return plan.layout().groups();
    }

    NetworkPlan plan() {
        return plan;
    }

    Leg leg() {
        return leg;
    }

    long endStep() {
        return TestCircuit.experiment().settings().endStep();
    }

    KeeperRules rules() {
        return new KeeperRules(groups(), leg, endStep(), schedule.checkpointMs(), 0, OnFailure.RECOVER);
    }

    boolean stopAsked() {
        return stopAsked;
    }

    Mutant mutant() {
        return mutant;
    }

    Ledger ledger() {
        return ledger;
    }

    Checkpoints checkpoints() {
        return new Checkpoints(disk, IDENTITY, this::trace);
    }

    static Checkpoints checkpoints(MemoryDisk disk) {
        return new Checkpoints(disk, IDENTITY, warning -> {});
    }

    void beginsAnew() {
        begunAnew++;
    }

    /**
     * Those who survive compute nothing twice, as long as nobody is taken for dead who is not, and no file is damaged.
     */
    void assertNothingDoneTwice() {
        boolean plain =
                schedule.pauses() == 0 && schedule.partitions() == 0 && schedule.damages() == 0 && schedule.loss() == 0;
        if (plain && begunAnew > 0) {
            throw new AssertionError(begunAnew + " groups that had survived began anew: " + standing());
        }
    }

    long latest(Checkpoints checkpoints) {
        try {
            return checkpoints.latest().map(Generation::step).orElse(0L);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    void trace(String line) {
        trace.add(now + " ms: " + line);
    }

    void ended(Generation generation) {
        end = Optional.of(generation);
    }

    /** The states of all groups at the end; nothing if they cannot be read back, which sets the checkpoint aside. */
    Optional<List<GroupState>> states(Generation generation) throws IOException {
        try {
            return Optional.of(checkpoints().parts(generation));
        } catch (IOException e) { // damaged; or released, because others went on
            checkpoints().setAside(generation.step(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return schedule + ", " + mutant + Arrays.toString(trace.toArray());
    }
}
