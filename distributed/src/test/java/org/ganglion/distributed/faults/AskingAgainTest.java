package org.ganglion.distributed.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.protocol.GroupHost;
import org.ganglion.distributed.protocol.GroupMessage;
import org.ganglion.distributed.protocol.HostedGroup;
import org.ganglion.distributed.protocol.Restoring;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** Whom a group asks for spikes, and when, if nobody answers: at first other nodes do not know where it is. */
class AskingAgainTest {
    private static final NetworkPlan PLAN = TestCircuit.plan(4);

    private final List<Integer> asked = new ArrayList<>();

    private HostedGroup group() throws IOException {
        NeuronGroup built = TestCircuit.build(PLAN, 0, (group, sampled) -> new Ledger().new Part(group), 0);
        Restoring.Restored restored =
                new Restoring(VirtualCluster.checkpoints(new MemoryDisk()), PLAN, Leg.FIRST).restore(built);
        return new HostedGroup(built, new Host(), 1, restored, PLAN, Word.none(TestCircuit.endStep()), 0);
    }

    @Test
    void allWhoDidNotAnswerAreAskedAgainTogether() throws IOException {
        HostedGroup group = group();
        group.catchUp(0);
        assertEquals(List.of(1, 2, 3), asked);
        asked.clear();
        for (int i = 0; i < 3; i++) {
            group.advance(HostedGroup.TURN);
        }
        group.tick(1); // notes how far it came
        group.tick(HostedGroup.PATIENCE_MS);
        assertEquals(List.of(), asked, "it is patient for a while");

        group.take(new GroupMessage.Spikes(0, 0, new SpikeBatch(2, 0, new int[500], new int[0])));
        group.tick(1 + HostedGroup.PATIENCE_MS);
        assertEquals(List.of(1, 3), asked, "2 has answered");
    }

    /** In one envelope spikes come before the word of how far their sender is. */
    @Test
    void aRequestGoesOnUntilItsSenderHasSaidHowFarItIs() throws IOException {
        HostedGroup group = group();
        group.catchUp(0);
        asked.clear();
        group.take(new GroupMessage.Spikes(0, 0, new SpikeBatch(2, 0, new int[1000], new int[0])));
        group.advance(HostedGroup.TURN);
        assertEquals(List.of(2), asked, "at once for what comes next");
        asked.clear();
        group.take(new GroupMessage.Reached(0, 0, 2, 1500));
        group.take(new GroupMessage.Spikes(0, 0, new SpikeBatch(2, 1000, new int[500], new int[0])));
        group.advance(HostedGroup.TURN);
        assertEquals(List.of(), asked, "there is no more");
    }

    /** Notes who is asked for spikes. */
    private final class Host implements GroupHost {
        @Override
        public void publish(SpikeBatch batch, int[] readers, int revision) {}

        @Override
        public void send(GroupMessage message) {
            if (message instanceof GroupMessage.Need need && need.fromStep() >= 0) {
                asked.add(need.to());
            }
        }

        @Override
        public void save(GroupState state) {}

        @Override
        public void changed(List<LiveChange> changes) {}

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
