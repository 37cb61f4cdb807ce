package org.ganglion.distributed.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.Holding;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.TestReports;
import org.junit.jupiter.api.Test;

/** When it is told that a run stands still. */
class StallsTest {
    private static final long END = 1000;

    private final Stalls stalls = new Stalls();

    private static NodeReport node(GroupReport... groups) {
        return new NodeReport("n1", "", "", 1, 0, 1, false, 0, Arrays.asList(groups), 1, Holding.NONE, List.of());
    }

    private static GroupReport running(int group, long step) {
        return TestReports.at(group, GroupReport.State.RUNNING, step);
    }

    /** What is said at a time, looking as often as a node does. */
    private String said(long fromMs, long toMs, List<NodeReport> nodes, List<Integer> lost) {
        StringBuilder said = new StringBuilder();
        for (long ms = fromMs; ms < toMs; ms += 250) {
            stalls.look(nodes, lost, END, ms)
                    .ifPresent(line -> said.append(line).append('\n'));
        }
        return said.toString();
    }

    @Test
    void aRunThatStartsIsNoStallUntilItTakesAMinute() {
        assertEquals("", said(0, 30_000, List.of(), List.of()));
        List<NodeReport> building = List.of(node(GroupReport.building(0, 1), running(1, 0)));
        assertEquals("", said(30_000, 60_000, building, List.of(2)));
        assertEquals(
                "still starting after 60 s: groups [2] are on no node\n", said(60_000, 70_000, building, List.of(2)));
        assertEquals(
                "still starting after 120 s: group 0 is being built on n1\n",
                said(120_000, 130_000, building, List.of()));
    }

    @Test
    void nodesThatDoNotComeAreTold() {
        assertEquals("still starting after 60 s: not all nodes have come\n", said(0, 61_000, List.of(), List.of()));
    }

    @Test
    void whereAllGroupsAreBuiltAStallIsToldAfterFiveSeconds() {
        assertEquals("", said(0, 20_000, List.of(node(GroupReport.building(0, 1))), List.of()));
        List<NodeReport> there = List.of(node(running(0, 0)));
        assertEquals("", said(20_000, 25_000, there, List.of()));
        assertTrue(
                said(25_000, 26_000, there, List.of()).startsWith("no progress for 5 s at step 0: "),
                "five seconds after all were built");
    }

    @Test
    void aGroupThatIsBuiltAnewInARunThatHasBegunIsToldAfterFiveSeconds() {
        assertEquals("", said(0, 1000, List.of(node(running(0, 40))), List.of(1)));
        String said = said(1000, 6000, List.of(node(running(0, 40))), List.of(1));
        assertEquals("no progress for 5 s at step 40: groups [1] are on no node\n", said);
    }

    @Test
    void theStepThatIsToldIsOfGroupsThatAreThere() {
        assertEquals("", said(0, 1000, List.of(node(running(0, 40))), List.of(1)));
        List<NodeReport> restoring = List.of(node(running(0, 40), GroupReport.building(1, 2)));
        assertEquals(
                "no progress for 5 s at step 40: group 1 is being built on n1\n",
                said(1000, 6500, restoring, List.of()).lines().findFirst().orElse("") + "\n");
    }
}
