package org.ganglion.examples;

import java.util.List;
import org.ganglion.distributed.wire.proto.GroupReport;
import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Status;

/** Where the groups of a run stand, as its nodes report it. */
final class GroupSteps {
    private GroupSteps() {}

    private static List<GroupReport> groups(Status status) {
        return status.getNodesList().stream()
                .map(NodeReport::getGroupsList)
                .flatMap(List::stream)
                .toList();
    }

    /** The smallest step of all groups; 0 while any is on no node. */
    static long smallest(Status status) {
        List<GroupReport> groups = groups(status);
        long distinct =
                groups.stream().mapToInt(GroupReport::getGroup).distinct().count();
        long last = groups.stream().mapToInt(GroupReport::getGroup).max().orElse(-1);
        return distinct > 0 && distinct == last + 1
                ? groups.stream().mapToLong(GroupReport::getStep).min().orElse(0)
                : 0;
    }

    /** Whether all stand at the step that none is to pass. */
    static boolean standStill(Status status) {
        long hold = status.getWord().getHold();
        return hold > 0 && smallest(status) == hold && groups(status).stream().allMatch(g -> g.getStep() == hold);
    }
}
