package org.ganglion.distributed.run;

import java.util.List;
import org.ganglion.distributed.cluster.NodeView;
import org.ganglion.distributed.wire.Wire;
import org.ganglion.distributed.wire.proto.GroupReport;
import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Status;
import org.ganglion.network.Experiment;

/** What a node says to who asks how the run is. */
final class Statuses {
    private Statuses() {}

    static Status of(String node, SharedRun run, Experiment experiment, NodeView view, List<String> notes) {
        return Status.newBuilder()
                .setRun(run.identity().run())
                .setNetwork(experiment.network().name())
                .setNode(node)
                .setKeeper(view.word().keeper())
                .addAllNodes(view.nodes().stream().map(Statuses::of).toList())
                .setWord(Wire.of(view.word()))
                .addAllNotes(notes)
                .setEnd(experiment.settings().endStep())
                .setDtMs(experiment.settings().dtMs())
                .setFinished(view.word().finished())
                .setWarmUp(experiment.settings().warmUpSteps())
                .build();
    }

    /** Without what only the keeper needs. */
    private static NodeReport of(org.ganglion.distributed.protocol.NodeReport said) {
        NodeReport.Builder report = Wire.of(said).toBuilder();
        report.getGroupsBuilderList().forEach(GroupReport.Builder::clearWindows);
        return report.build();
    }
}
