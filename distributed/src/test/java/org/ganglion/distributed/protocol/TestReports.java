package org.ganglion.distributed.protocol;

import java.util.Optional;

/** Reports of groups as tests make them up. */
public final class TestReports {
    private TestReports() {}

    /** A group that is at a step. */
    public static GroupReport at(int group, GroupReport.State state, long step) {
        return new GroupReport(
                group, 1, state, step, 0, -1, 0, 0, Optional.empty(), 0, step, 0, 0, "", 0, Windows.NONE);
    }
}
