package org.ganglion.cli.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ganglion.cli.live.LiveKnobs;
import org.ganglion.distributed.wire.Wire;
import org.ganglion.distributed.wire.proto.GroupReport;
import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Silenced;
import org.ganglion.distributed.wire.proto.Status;

/** How a run is, in lines: who is in, who holds what, who waits for whom. */
public final class StatusText {
    private static final int NOTES = 8;

    private StatusText() {}

    /** The lines. */
    public static String of(Status status) {
        List<String> lines = new ArrayList<>();
        double dt = status.getDtMs();
        lines.add("run       " + status.getRun() + " of " + status.getNetwork());
        lines.add("kept by   " + status.getKeeper());
        lines.add("ends at   " + ms(status.getWord().getEnd() * dt));
        long complete = status.getWord().getComplete();
        lines.add("saved at  " + (complete > 0 ? ms(complete * dt) : "nothing yet"));
        if (status.getWord().getHold() > 0) {
            lines.add("pauses at " + ms(status.getWord().getHold() * dt));
        }
        status.getWord()
                .getChangesList()
                .forEach(change -> lines.add(
                        "changed   " + LiveKnobs.told(Wire.change(change).change(dt))));
        for (NodeReport node : status.getNodesList()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s  %s, process %d, %d thread%s, groups %s",
                    node.getNode(),
                    node.getDoor(),
                    node.getProcess(),
                    node.getThreads(),
                    node.getThreads() == 1 ? "" : "s",
                    node.getGroupsList().stream()
                            .map(g -> Integer.toString(g.getGroup()))
                            .collect(Collectors.joining(" "))));
            for (GroupReport group : node.getGroupsList()) {
                lines.add(String.format(Locale.ROOT, "  group %-3d %s", group.getGroup(), doing(status, group, dt)));
            }
        }
        for (Silenced lost : status.getWord().getSilencedList()) {
            lines.add("group " + lost.getGroup() + " is lost and silent from " + ms(lost.getSince() * dt) + " on");
        }
        if (!status.getWord().getFailure().isEmpty()) {
            lines.add("failed    " + status.getWord().getFailure());
        }
        status.getNotesList().stream()
                .skip(Math.max(0, status.getNotesCount() - NOTES))
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    private static String ms(double value) {
        return String.format(Locale.ROOT, "%.1f ms", value);
    }

    private static String doing(Status status, GroupReport group, double dt) {
        return switch (group.getState()) {
            case BUILDING -> "is being built";
            case FAILED -> "failed: " + group.getFailure();
            default -> running(status, group, dt);
        };
    }

    private static String running(Status status, GroupReport group, double dt) {
        String at = String.format(
                Locale.ROOT,
                "at %10.1f ms, %d spikes, %d steps computed since step %d",
                group.getStep() * dt,
                group.getSpikes(),
                group.getComputed(),
                group.getBegan());
        return group.getWaitsFor() < 0
                ? at
                : at + ", waits for group " + group.getWaitsFor() + " on " + hostOf(status, group.getWaitsFor())
                        + " since " + group.getWaitingMs() + " ms";
    }

    private static String hostOf(Status status, int group) {
        return status.getNodesList().stream()
                .filter(n -> n.getGroupsList().stream().anyMatch(g -> g.getGroup() == group))
                .map(NodeReport::getNode)
                .findFirst()
                .orElse("no node");
    }
}
