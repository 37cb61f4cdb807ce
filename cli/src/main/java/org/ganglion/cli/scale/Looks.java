package org.ganglion.cli.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganglion.cli.cluster.AnyNode;
import org.ganglion.distributed.wire.proto.GroupReport;
import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Status;

/** What is seen of a run on nodes while it goes on: the memory of its processes, and who waits for whom. */
final class Looks {
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB");

    private final Path run;
    private final Map<Long, Long> peaks = new HashMap<>(); // process -> bytes
    private final Map<String, Long> waits = new TreeMap<>(); // link -> looks at which a group waited there
    private long looks; // at groups that run

    Looks(Path run) {
        this.run = run;
    }

    /** @param processes that run its groups */
    void look(List<ProcessHandle> processes) throws IOException, InterruptedException {
        processes.forEach(p -> peakOf(p.pid()).ifPresent(bytes -> peaks.merge(p.pid(), bytes, Math::max)));
        Optional<Status> status = AnyNode.status(run);
        if (status.isEmpty()) {
            return;
        }
        Map<Integer, String> hosts = new HashMap<>();
        for (NodeReport node : status.get().getNodesList()) {
            node.getGroupsList().forEach(group -> hosts.put(group.getGroup(), node.getNode()));
        }
        for (NodeReport node : status.get().getNodesList()) {
            for (GroupReport group : node.getGroupsList()) {
                if (group.getState() == GroupReport.State.RUNNING) {
                    looks++;
                    String host = hosts.getOrDefault(group.getWaitsFor(), node.getNode());
                    if (group.getWaitsFor() >= 0 && !host.equals(node.getNode())) {
                        waits.merge(node.getNode() + " for " + host, 1L, Long::sum);
                    }
                }
            }
        }
    }

    private static Optional<Long> peakOf(long process) {
        try {
            Matcher matcher = PEAK.matcher(Files.readString(Path.of("/proc/" + process + "/status")));
            return matcher.find() ? Optional.of(Long.parseLong(matcher.group(1)) << 10) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // it has gone, or this is no Linux
        }
    }

    long memoryBytes() {
        return peaks.values().stream().mapToLong(bytes -> bytes).sum();
    }

    /** Share of looks at groups that found one waiting, by link. */
    Map<String, Double> waiting() {
        Map<String, Double> shares = new TreeMap<>();
        waits.forEach((link, count) -> shares.put(link, (double) count / looks));
        return shares;
    }
}
