package org.ganglion.distributed.latency;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.protocol.GroupHost;
import org.ganglion.distributed.protocol.GroupMessage;
import org.ganglion.distributed.protocol.HostedGroup;
import org.ganglion.distributed.protocol.Restoring;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.group.GroupBuilder;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.PlannedLinks;

/**
 * Two nodes of one thread each at the ends of a long cable, in virtual time: a step of a group takes a fixed time, a message
 * to the other node arrives after another. The groups are the real ones. A node gives them turns as the dispatcher of actors
 * does: whoever has a message is queued, the first takes what it has and computes, and goes to the end of the queue.
 */
final class LongCable {
    /** Time that a step of one group takes. */
    static final double STEP_US = 8;

    /** What a message costs who takes it. */
    private static final double MESSAGE_US = 0.3;

    /** Messages taken in one turn. */
    private static final int THROUGHPUT = 8;

    private final double latencyUs;
    private final int sentAtOnce; // steps of a group that leave together for the other node
    private final List<Group> groups = new ArrayList<>();
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private double now;
    private long order;

    private record Event(double at, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Double.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    /**
     * Puts a network on the two nodes: the first half of its groups on one, the others on the other.
     *
     * @param sentAtOnce steps of a group that the cable takes at once; 1 for what the group itself thinks right
     */
    LongCable(NetworkPlan plan, double latencyUs, int sentAtOnce) throws IOException {
        this.latencyUs = latencyUs;
        this.sentAtOnce = sentAtOnce;
        PlannedLinks links = PlannedLinks.of(plan);
        int count = plan.layout().groups();
        List<Node> nodes = List.of(new Node(), new Node());
        for (int g = 0; g < count; g++) {
            NeuronGroup built = GroupBuilder.build(plan, g, Recording.NONE);
            built.link(links.delaysIn(g), links.delaysOut(g));
            groups.add(new Group(built, nodes.get(2 * g / count), plan));
        }
    }

    /** Runs to the end and returns how long that took, in microseconds. */
    double run(long endStep) {
        groups.forEach(g -> g.deliver(Group.CONTINUE));
        while (groups.stream().anyMatch(g -> g.hosted.time() < endStep)) {
            Event next = events.remove(); // fails when nobody has anything to do: stuck
            now = next.at();
            next.action().run();
        }
        return now;
    }

    private void at(double time, Runnable action) {
        events.add(new Event(time, order++, action));
    }

    /** One thread, and those who wait for it. */
    private final class Node {
        private final Queue<Group> waiting = new ArrayDeque<>();
        private boolean busy;

        void queue(Group group) {
            if (!group.queued) {
                group.queued = true;
                waiting.add(group);
            }
            if (!busy) {
                busy = true;
                at(now, this::turn);
            }
        }

        private void turn() {
            Group group = waiting.remove();
            group.queued = false;
            at(group.turn(now), () -> {
                busy = false;
                if (!group.mailbox.isEmpty()) {
                    queue(group);
                } else if (!waiting.isEmpty()) {
                    busy = true;
                    turn();
                }
            });
        }
    }

    /** A group and its messages; each message is followed by some steps. */
    private final class Group implements GroupHost {
        /** To oneself, to go on. */
        static final GroupMessage CONTINUE = new GroupMessage.Reached(-1, 0, -1, -1);

        private final HostedGroup hosted;
        private final Node node;
        private final Queue<GroupMessage> mailbox = new ArrayDeque<>();
        private final Map<Group, List<GroupMessage>> held = new HashMap<>();
        private boolean queued;
        private boolean continuing;
        private double from; // when the steps of this turn began
        private long fromStep;

        Group(NeuronGroup group, Node node, NetworkPlan plan) {
            this.node = node;
            this.hosted = new HostedGroup(
                    group,
                    this,
                    1,
                    new Restoring.Restored(new SpikeBatch(group.number(), 0, new int[0], new int[0]), List.of()),
                    plan,
                    Word.none(plan.experiment().settings().endStep()),
                    0);
        }

        void deliver(GroupMessage message) {
            mailbox.add(message);
            node.queue(this);
        }

        /** Takes some messages; returns when it is done with them. */
        double turn(double begin) {
            from = begin;
            for (int i = 0; i < THROUGHPUT && !mailbox.isEmpty(); i++) {
                GroupMessage message = mailbox.remove();
                continuing &= message != CONTINUE;
                if (message != CONTINUE) {
                    hosted.take(message);
                }
                from += MESSAGE_US;
                fromStep = hosted.time();
                try {
                    if (hosted.advance(HostedGroup.TURN) && !continuing) {
                        continuing = true;
                        mailbox.add(CONTINUE);
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                from = time();
            }
            return from;
        }

        private double time() {
            return from + STEP_US * (hosted.time() - fromStep);
        }

        @Override
        public void changed(List<LiveChange> changes) {}

        @Override
        public void publish(SpikeBatch batch, int[] readers, int revision) {
            for (int reader : readers) {
                send(new GroupMessage.Spikes(reader, revision, batch));
            }
        }

        @Override
        public void send(GroupMessage message) {
            Group to = groups.get(message.to());
            double time = time();
            if (to.node == node) {
                at(time, () -> to.deliver(message));
                return;
            }
            List<GroupMessage> together = held.computeIfAbsent(to, t -> new ArrayList<>());
            together.add(message);
            if (hosted.time() % sentAtOnce == 0) {
                List<GroupMessage> leaving = List.copyOf(together);
                together.clear();
                at(time + latencyUs, () -> leaving.forEach(to::deliver));
            }
        }

        @Override
        public void save(GroupState state) {}

        @Override
        public void beginAnew(String why) {
            throw new AssertionError(why);
        }

        @Override
        public long latestCheckpoint() {
            return 0;
        }
    }
}
