package org.ganglion.distributed.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.Holding;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.TestReports;
import org.ganglion.distributed.protocol.Word;
import org.junit.jupiter.api.Test;

/** How long a run takes, by what its groups report. */
class RunClockTest {
    private static final Word GOES_ON = Word.none(1000);
    private static final Word PAUSES_AT_500 = new Word(
            "n1",
            2,
            1000,
            0,
            0,
            0,
            false,
            "",
            List.of(),
            500,
            new Holding(1, true, 0),
            List.of(),
            List.of(),
            Long.MAX_VALUE,
            0,
            Long.MAX_VALUE,
            Optional.empty());

    private final RunClock clock = new RunClock(0);

    private static List<NodeReport> nodes(GroupReport.State state, long... steps) {
        List<NodeReport> nodes = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            nodes.add(new NodeReport(
                    "n" + i,
                    "",
                    "",
                    1,
                    0,
                    1,
                    false,
                    0,
                    List.of(TestReports.at(i, state, steps[i])),
                    i,
                    Holding.NONE,
                    List.of()));
        }
        return nodes;
    }

    private void look(Word word, long nowMs, long... steps) {
        clock.look(nodes(GroupReport.State.RUNNING, steps), word, true, nowMs);
    }

    private double seconds(long nowMs) {
        return clock.time(nowMs).seconds();
    }

    @Test
    void theWarmUpEndsWhenAllGroupsHavePassedIt() {
        RunClock warming = new RunClock(100);
        long[][] steps = {{0, 0}, {150, 90}, {300, 100}, {400, 400}};
        for (int i = 0; i < steps.length; i++) {
            warming.look(nodes(GroupReport.State.RUNNING, steps[i]), GOES_ON, true, 1000L * (i + 1));
        }
        assertEquals(new RunTime(2, 1.5), warming.time(4500));
    }

    @Test
    void aRunThatEndsBeforeItsWarmUpDoesHasOnlyThat() {
        RunClock warming = new RunClock(100);
        warming.look(nodes(GroupReport.State.RUNNING, 0), GOES_ON, true, 1000);
        warming.look(nodes(GroupReport.State.RUNNING, 50), GOES_ON, true, 2000);
        assertEquals(new RunTime(1, 0), warming.time(2000));
    }

    @Test
    void buildingTakesNoTimeOfARun() {
        clock.look(nodes(GroupReport.State.RUNNING, 0), GOES_ON, false, 1000); // the other group is nowhere
        clock.look(nodes(GroupReport.State.BUILDING, 0, 0), GOES_ON, true, 2000);
        look(GOES_ON, 5000, 0, 0);
        look(GOES_ON, 6000, 100, 100);
        assertEquals(1.5, seconds(6500), 1e-12);
    }

    @Test
    void timeInWhichAllGroupsStandWhereTheRunIsPausedIsLeftOut() {
        look(GOES_ON, 1000, 0, 0);
        look(PAUSES_AT_500, 3000, 500, 400); // the second is still on its way: 2 s, and 1 s more until
        look(PAUSES_AT_500, 4000, 500, 500);
        look(PAUSES_AT_500, 9000, 500, 500);
        assertEquals(3, seconds(9500), 1e-12);
        look(GOES_ON, 10_000, 500, 500);
        assertEquals(5, seconds(12_000), 1e-12);
    }

    @Test
    void timeInWhichALostGroupIsMadeAnewCounts() {
        look(GOES_ON, 1000, 0, 0);
        clock.look(nodes(GroupReport.State.RUNNING, 500), PAUSES_AT_500, false, 2000);
        clock.look(nodes(GroupReport.State.BUILDING, 0, 0), PAUSES_AT_500, true, 4000);
        look(PAUSES_AT_500, 5000, 500, 500);
        assertEquals(4, seconds(8000), 1e-12);
    }
}
