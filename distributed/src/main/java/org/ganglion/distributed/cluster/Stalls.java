package org.ganglion.distributed.cluster;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.NodeReport;

/** Notices that a run does not get on, and says who waits for whom. While it starts, that takes long to be told. */
final class Stalls {
    private static final long AFTER_MS = 5000;
    private static final long AGAIN_MS = 10_000;
    private static final long STARTING_MS = 60_000;

    private boolean begun; // all groups have been built
    private long startingSince = -1;
    private long step = -1;
    private long since;
    private long saidAt = -AGAIN_MS;

    /** A line about a stall, once it has lasted; again after a while. */
    Optional<String> look(List<NodeReport> nodes, List<Integer> lost, long end, long nowMs) {
        Map<Integer, GroupReport> groups = new HashMap<>();
        Map<Integer, String> hosts = new HashMap<>();
        for (NodeReport node : nodes) {
            for (GroupReport group : node.groups()) {
                groups.put(group.group(), group);
                hosts.put(group.group(), node.node());
            }
        }
        long slowest =
                groups.values().stream().mapToLong(GroupReport::step).min().orElse(0);
        if (!begun && slowest == 0 && !allBuilt(groups, lost)) {
            return starting(groups, hosts, lost, nowMs);
        }
        begun = true;
        if (slowest != step || slowest >= end) {
            step = slowest;
            since = nowMs;
            return Optional.empty();
        }
        if (nowMs - since < AFTER_MS || nowMs - saidAt < AGAIN_MS) {
            return Optional.empty();
        }
        saidAt = nowMs;
        long there = groups.values().stream()
                .filter(g -> g.state() != GroupReport.State.BUILDING) // has a step only when it is restored
                .mapToLong(GroupReport::step)
                .min()
                .orElse(step);
        return Optional.of("no progress for " + (nowMs - since) / 1000 + " s at step " + there + ": "
                + reason(groups, hosts, lost));
    }

    private static boolean allBuilt(Map<Integer, GroupReport> groups, List<Integer> lost) {
        return !groups.isEmpty()
                && lost.isEmpty()
                && groups.values().stream().noneMatch(g -> g.state() == GroupReport.State.BUILDING);
    }

    private Optional<String> starting(
            Map<Integer, GroupReport> groups, Map<Integer, String> hosts, List<Integer> lost, long nowMs) {
        if (startingSince < 0) {
            startingSince = nowMs;
            saidAt = nowMs;
        }
        if (nowMs - saidAt < STARTING_MS) {
            return Optional.empty();
        }
        saidAt = nowMs;
        return Optional.of("still starting after " + (nowMs - startingSince) / 1000 + " s: "
                + (groups.isEmpty() && lost.isEmpty() ? "not all nodes have come" : reason(groups, hosts, lost)));
    }

    private static String reason(Map<Integer, GroupReport> groups, Map<Integer, String> hosts, List<Integer> lost) {
        if (!lost.isEmpty()) {
            return "groups " + lost + " are on no node";
        }
        Optional<GroupReport> building = groups.values().stream()
                .filter(g -> g.state() == GroupReport.State.BUILDING)
                .findFirst();
        if (building.isPresent()) {
            int group = building.get().group();
            return "group " + group + " is being built on " + hosts.get(group);
        }
        return groups.values().stream()
                .filter(g -> g.waitsFor() >= 0)
                .min(Comparator.comparingLong(GroupReport::step))
                .map(g -> "group " + g.group() + " on " + hosts.get(g.group()) + " waits for group " + g.waitsFor()
                        + " on " + hosts.getOrDefault(g.waitsFor(), "no node") + " since "
                        + g.waitingMs() / 1000 + " s")
                .orElse("no group says that it waits");
    }
}
