package org.ganglion.distributed.faults;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.checkpoint.PartName;
import org.ganglion.distributed.protocol.GroupHost;
import org.ganglion.distributed.protocol.GroupMessage;
import org.ganglion.distributed.protocol.Holding;
import org.ganglion.distributed.protocol.HostedGroup;
import org.ganglion.distributed.protocol.Restoring;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** Two groups that hear each other over 1 ms and over 160 ms, which is more steps than a group may be ahead of another. */
class LongDelaysTest {
    private static final NetworkPlan PLAN = NetworkPlan.of(
            NetworkBuilder.named("long")
                    .population("fibres", 40, "parrot_neuron")
                    .poisson("noise", "fibres", 10, 1)
                    .project("near", "fibres", "fibres", new FixedIndegree(1, true, true), weight(1), delayMs(1))
                    .project("far", "fibres", "fibres", new FixedIndegree(1, true, true), weight(1), delayMs(160))
                    .simulate(RunSettings.DEFAULT.withDurationMs(260)),
            2);
    private static final long EARLIER = 700;
    private static final long LATER = 2200;
    private static final long END = 2600;

    private final Checkpoints checkpoints = VirtualCluster.checkpoints(new MemoryDisk());
    private final ArrayDeque<GroupMessage> messages = new ArrayDeque<>();
    private int starts;
    private int words;

    /** The part of the later checkpoint was saved before its group was lost, and counted only once the group was back. */
    @Test
    void aGroupThatBeganAtAnEarlierCheckpointHearsOneThatBeganAtALaterOne() throws IOException {
        Host reader = new Host(0);
        Host sender = new Host(1);
        run(List.of(reader, sender), EARLIER);
        complete(EARLIER, reader, sender);
        run(List.of(reader, sender), LATER);
        Host readerAgain = new Host(0);
        complete(LATER, reader, sender);
        Host senderAgain = new Host(1);
        assertEquals(EARLIER, readerAgain.hosted.time());
        assertEquals(LATER, senderAgain.hosted.time());

        run(List.of(reader, sender), END);
        run(List.of(readerAgain, senderAgain), END);

        assertEquals(reader.saved().totals(), readerAgain.saved().totals());
        assertEquals(sender.saved().totals(), senderAgain.saved().totals());
        assertTrue(reader.saved().totals().spikes() > 100);
    }

    private void complete(long step, Host... hosts) throws IOException {
        List<PartName> parts = new ArrayList<>();
        for (Host host : hosts) {
            parts.add(checkpoints
                    .save(host.number, host.incarnation, host.saved())
                    .orElseThrow());
        }
        checkpoints.complete(step, Leg.FIRST, parts);
    }

    /** Until both have saved themselves at a step; a few messages arrive in each virtual millisecond. */
    private void run(List<Host> hosts, long step) throws IOException {
        messages.clear();
        hosts.forEach(host -> host.hosted.heed(saveAt(step)));
        hosts.forEach(host -> host.hosted.catchUp(0));
        for (long now = 0; hosts.stream().anyMatch(host -> !host.hasSaved(step)); now++) {
            assertTrue(now < 60_000, () -> "stuck: " + hosts);
            for (int i = 0; i < 2 && !messages.isEmpty(); i++) {
                GroupMessage message = messages.remove();
                hosts.get(message.to()).hosted.take(message);
            }
            for (Host host : hosts) {
                host.hosted.tick(now);
                host.hosted.advance(HostedGroup.TURN);
            }
        }
    }

    private Word saveAt(long step) {
        return new Word(
                "n1",
                ++words,
                END,
                step,
                0,
                0,
                false,
                "",
                List.of(),
                Long.MAX_VALUE,
                Holding.NONE,
                List.of(),
                List.of(),
                Long.MAX_VALUE,
                0,
                Long.MAX_VALUE,
                Optional.empty());
    }

    /** One start of a group. */
    private final class Host implements GroupHost {
        private final int number;
        private final long incarnation = ++starts;
        private final HostedGroup hosted;
        private Optional<GroupState> saved = Optional.empty();

        Host(int number) throws IOException {
            this.number = number;
            NeuronGroup group = TestCircuit.build(PLAN, number, (g, sampled) -> new Ledger().new Part(g), 0);
            Restoring.Restored restored = new Restoring(checkpoints, PLAN, Leg.FIRST).restore(group);
            this.hosted = new HostedGroup(group, this, incarnation, restored, PLAN, Word.none(END), 0);
        }

        boolean hasSaved(long step) {
            return saved.filter(state -> state.step() == step).isPresent();
        }

        GroupState saved() {
            return saved.orElseThrow();
        }

        @Override
        public void publish(SpikeBatch batch, int[] readers, int revision) {
            for (int reader : readers) {
                send(new GroupMessage.Spikes(reader, revision, batch));
            }
        }

        @Override
        public void send(GroupMessage message) {
            messages.add(message);
        }

        @Override
        public void save(GroupState state) {
            saved = Optional.of(state);
        }

        @Override
        public void changed(List<LiveChange> changes) {}

        @Override
        public void beginAnew(String why) {
            throw new AssertionError(why);
        }

        @Override
        public long latestCheckpoint() {
            return LATER;
        }

        @Override
        public String toString() {
            return hosted.report(0, 0).toString();
        }
    }
}
