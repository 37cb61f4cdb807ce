package org.ganglion.distributed.cluster;

import java.util.List;
import java.util.function.Predicate;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.Word;

/**
 * How long a run takes: from when all groups run, without the time in which all of them stand where somebody paused it. It
 * goes by reports, so it knows the ends of a pause to a few tenths of a second.
 */
final class RunClock {
    private final long warmUpSteps;
    private boolean begun;
    private boolean warm;
    private long warmUpMs;
    private boolean stands;
    private long countedMs;
    private long lookedAt;

    /** @param warmUpSteps of the run */
    RunClock(long warmUpSteps) {
        this.warmUpSteps = warmUpSteps;
    }

    /**
     * Takes note of what groups do.
     *
     * @param nodes what they say, as far as it is fresh
     * @param complete whether no group is missing among them
     */
    void look(List<NodeReport> nodes, Word word, boolean complete, long nowMs) {
        countedMs += since(nowMs);
        lookedAt = nowMs;
        begun |= complete && all(nodes, group -> group.state() == GroupReport.State.RUNNING);
        stands = complete && all(nodes, group -> group.step() >= word.hold());
        if (!warm && begun && complete && all(nodes, group -> group.step() >= warmUpSteps)) {
            warm = true;
            warmUpMs = countedMs;
        }
    }

    private static boolean all(List<NodeReport> nodes, Predicate<GroupReport> what) {
        return nodes.stream().flatMap(node -> node.groups().stream()).allMatch(what);
    }

    private long since(long nowMs) {
        return begun && !stands ? nowMs - lookedAt : 0;
    }

    RunTime time(long nowMs) {
        long totalMs = countedMs + since(nowMs);
        long untilWarmMs = warm ? warmUpMs : totalMs;
        return new RunTime(untilWarmMs * 1e-3, (totalMs - untilWarmMs) * 1e-3);
    }
}
