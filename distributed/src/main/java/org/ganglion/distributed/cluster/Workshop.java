package org.ganglion.distributed.cluster;

import java.io.IOException;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.protocol.Restoring;
import org.ganglion.io.record.RunRecording;
import org.ganglion.simulator.group.GroupBuilder;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.group.SpikeBatch;
import org.ganglion.simulator.plan.GroupLinks;
import org.ganglion.simulator.plan.NetworkPlan;

/** Builds groups on a node: their synapses from the seed, their state from the latest checkpoint. */
public final class Workshop {
    private final NetworkPlan plan;
    private final GroupLinks links;
    private final RunRecording recording;
    private final Checkpoints checkpoints;
    private final Leg leg;

    public Workshop(NetworkPlan plan, RunRecording recording, Checkpoints checkpoints, Leg leg) {
        this.plan = plan;
        this.links = GroupLinks.of(plan);
        this.recording = recording;
        this.checkpoints = checkpoints;
        this.leg = leg;
    }

    /**
     * A group that is ready to go on.
     *
     * @param recent its own spikes of the steps before its own, as far as some may still be on their way
     */
    record Built(NeuronGroup group, SpikeBatch recent, double seconds) {}

    /** Builds and restores a group. */
    Built build(int number, long incarnation) throws IOException {
        long begin = System.nanoTime();
        NeuronGroup group = GroupBuilder.build(plan, number, recording.incarnation(incarnation));
        group.link(links.delaysIn(number), links.delaysOut(number));
        SpikeBatch recent = new Restoring(checkpoints, plan.layout(), leg).restore(group, incarnation);
        return new Built(group, recent, (System.nanoTime() - begin) * 1e-9);
    }

    NetworkPlan plan() {
        return plan;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }
}
