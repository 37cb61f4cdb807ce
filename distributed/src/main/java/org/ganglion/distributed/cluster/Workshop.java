package org.ganglion.distributed.cluster;

import java.io.IOException;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.protocol.Restoring;
import org.ganglion.simulator.group.GroupBuilder;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.PlannedLinks;

/** Builds groups on a node: their synapses from the seed, their state from the latest checkpoint. */
public final class Workshop {
    private final NetworkPlan plan;
    private final PlannedLinks links;
    private final LegRecordings recordings;
    private final Checkpoints checkpoints;
    private final Leg leg;

    public Workshop(NetworkPlan plan, LegRecordings recordings, Checkpoints checkpoints, Leg leg) {
        this.plan = plan;
        this.links = PlannedLinks.of(plan);
        this.recordings = recordings;
        this.checkpoints = checkpoints;
        this.leg = leg;
    }

    /**
     * A group that is ready to go on.
     *
     * @param restored where it begins
     * @param recording where it records to
     */
    record Built(NeuronGroup group, Restoring.Restored restored, LegRecording recording, double seconds) {}

    /** Builds and restores a group. */
    Built build(int number, long incarnation) throws IOException {
        long begin = System.nanoTime();
        LegRecording recording = recordings.incarnation(incarnation);
        NeuronGroup group = GroupBuilder.build(plan, number, recording);
        group.link(links.delaysIn(number), links.delaysOut(number));
        Restoring.Restored restored = new Restoring(checkpoints, plan, leg).restore(group, incarnation);
        recording.changed(restored.changes());
        return new Built(group, restored, recording, (System.nanoTime() - begin) * 1e-9);
    }

    NetworkPlan plan() {
        return plan;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }
}
