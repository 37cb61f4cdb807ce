package org.ganglion.cli.cluster;

import java.util.Locale;
import java.util.stream.Collectors;
import org.ganglion.distributed.wire.proto.GroupReport;
import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Status;

/** How a run is, in lines: who is in, who holds what, who waits for whom. */
public final class StatusText {
    private StatusText() {}

    /** The lines. */
    public static String of(Status status) {
        StringBuilder text = new StringBuilder();
        double dt = status.getDtMs();
        line(text, "run       %s of %s", status.getRun(), status.getNetwork());
        line(text, "kept by   %s", status.getKeeper());
        line(text, "ends at   %.1f ms", status.getWord().getEnd() * dt);
        line(
                text,
                "saved at  %s",
                status.getWord().getComplete() > 0
                        ? String.format(Locale.ROOT, "%.1f ms", status.getWord().getComplete() * dt)
                        : "nothing yet");
        for (NodeReport node : status.getNodesList()) {
            line(
                    text,
                    "%s  %s, process %d, %d thread%s, groups %s",
                    node.getNode(),
                    node.getDoor(),
                    node.getProcess(),
                    node.getThreads(),
                    node.getThreads() == 1 ? "" : "s",
                    node.getGroupsList().stream()
                            .map(g -> Integer.toString(g.getGroup()))
                            .collect(Collectors.joining(" ")));
            for (GroupReport group : node.getGroupsList()) {
                line(text, "  group %-3d %s", group.getGroup(), doing(status, group, dt));
            }
        }
        status.getWord()
                .getSilencedList()
                .forEach(s ->
                        line(text, "group %d is lost and silent from %.1f ms on", s.getGroup(), s.getSince() * dt));
        if (!status.getWord().getFailure().isEmpty()) {
            line(text, "failed    %s", status.getWord().getFailure());
        }
        int notes = status.getNotesCount();
        status.getNotesList().stream().skip(Math.max(0, notes - 8)).forEach(n -> line(text, "%s", n));
        return text.toString();
    }

    private static String doing(Status status, GroupReport group, double dt) {
        if (group.getState() == GroupReport.State.BUILDING) {
            return "is being built";
        }
        if (group.getState() == GroupReport.State.FAILED) {
            return "failed: " + group.getFailure();
        }
        String at = String.format(
                Locale.ROOT,
                "at %10.1f ms, %d spikes, %d steps computed since step %d",
                group.getStep() * dt,
                group.getSpikes(),
                group.getComputed(),
                group.getBegan());
        return group.getWaitsFor() < 0
                ? at
                : at
                        + String.format(
                                Locale.ROOT,
                                ", waits for group %d on %s since %d ms",
                                group.getWaitsFor(),
                                hostOf(status, group.getWaitsFor()),
                                group.getWaitingMs());
    }

    private static String hostOf(Status status, int group) {
        return status.getNodesList().stream()
                .filter(n -> n.getGroupsList().stream().anyMatch(g -> g.getGroup() == group))
                .map(NodeReport::getNode)
                .findFirst()
                .orElse("no node");
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
