package org.ganglion.cli.cluster;

import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.wire.proto.GroupReport;
import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Status;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Progress;

/** How far a run on nodes is: its groups count from where the leg began, and what was before counts too. */
final class LegProgress {
    private LegProgress() {}

    /** Before a node has reported. */
    static Progress atBeginning(Leg leg, RunSettings settings) {
        return new Progress(leg.firstStep(), settings.endStep(), leg.before().spikes());
    }

    /** As nodes report it: that of the last of their groups; step 0 while one is being built. */
    static Progress of(Leg leg, Status status) {
        long step = Long.MAX_VALUE;
        long spikes = leg.before().spikes();
        for (NodeReport node : status.getNodesList()) {
            for (GroupReport group : node.getGroupsList()) {
                step = Math.min(step, group.getStep());
                spikes += group.getSpikes();
            }
        }
        return new Progress(step == Long.MAX_VALUE ? 0 : step, status.getEnd(), spikes);
    }
}
