package org.ganglion.distributed.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.PartName;
import org.ganglion.distributed.protocol.Restoring;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** A node that slept while its run was resumed finds what the resumed run has saved. */
class LaterLegTest {
    private static final NetworkPlan PLAN = TestCircuit.plan(1);

    @Test
    void whatALaterLegSavedIsNeitherUsedNorSetAside() throws IOException {
        Checkpoints checkpoints = VirtualCluster.checkpoints(new MemoryDisk());
        NeuronGroup group = TestCircuit.build(PLAN, 0, (number, sampled) -> new Ledger().new Part(number), 0);
        GroupState state = group.state(new SpikeBatch(0, 0, new int[0], new int[0]));
        PartName part = checkpoints.save(0, 1, state).orElseThrow();
        checkpoints.complete(0, new Leg(1, 0, GroupState.Totals.NONE), List.of(part));

        IOException e =
                assertThrows(IOException.class, () -> new Restoring(checkpoints, PLAN, Leg.FIRST).restore(group));

        assertTrue(String.valueOf(e.getMessage()).contains("taken up again without this node"), e::getMessage);
        assertEquals(1, checkpoints.whole().size());
    }
}
