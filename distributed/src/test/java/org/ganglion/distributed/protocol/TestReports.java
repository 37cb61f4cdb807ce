package org.ganglion.distributed.protocol;

import java.util.List;
import java.util.Optional;
import org.ganglion.distributed.checkpoint.PartName;

/** Reports of groups as tests make them up. */
public final class TestReports {
    private TestReports() {}

    /** A group that is at a step. */
    public static GroupReport at(int group, GroupReport.State state, long step) {
        return at(group, state, step, step);
    }

    /** A group that is at a step and stands still at another, as far as it has heard. */
    public static GroupReport at(int group, GroupReport.State state, long step, long until) {
        return new GroupReport(
                group, 1, state, step, until, step, 0, -1, 0, 0, Optional.empty(), 0, step, 0, 0, "", 0, Windows.NONE);
    }

    /** A group that has saved itself at a step. */
    public static GroupReport saved(GroupReport at, long step) {
        PartName part = new PartName(step, at.group(), at.incarnation(), 1, 0, List.of());
        return new GroupReport(
                at.group(),
                at.incarnation(),
                at.state(),
                at.step(),
                at.until(),
                at.taken(),
                0,
                -1,
                0,
                step,
                Optional.of(part),
                0,
                at.step(),
                0,
                0,
                "",
                0,
                Windows.NONE);
    }
}
