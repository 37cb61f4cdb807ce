package org.ganglion.distributed.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.FolderDisk;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.RunIdentity;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.Holding;
import org.ganglion.distributed.protocol.Keeper;
import org.ganglion.distributed.protocol.KeeperRules;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.OnFailure;
import org.ganglion.distributed.protocol.TestReports;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of groups that are on no node. */
class LostGroupsTest {
    private static final int GROUPS = 4;
    private static final long END = 1000;

    @TempDir
    private Path folder;

    private final List<Integer> woken = new ArrayList<>();
    private final NodeLog log =
            new NodeLog("n1", new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    private static KeeperRules rules(OnFailure onFailure) {
        return new KeeperRules(GROUPS, Leg.FIRST, END, 0, 0, onFailure);
    }

    private LostGroups lostGroups(OnFailure onFailure, int expectedNodes) {
        return new LostGroups(rules(onFailure), expectedNodes, log, woken::add, 0);
    }

    private Keeper keeper(OnFailure onFailure) throws IOException {
        Checkpoints checkpoints = new Checkpoints(new FolderDisk(folder), new RunIdentity("run", "0"), warning -> {});
        Experiment experiment = NetworkBuilder.named("lost")
                .population("cells", GROUPS, "iaf_psc_exp")
                .simulate(RunSettings.DEFAULT);
        return new Keeper("n1", rules(onFailure), checkpoints, experiment, Word.none(END), 0);
    }

    private static NodeReport node(String name, int... groups) {
        return nodeAt(0, name, groups);
    }

    private static NodeReport nodeAt(long step, String name, int... groups) {
        List<GroupReport> reports = IntStream.of(groups)
                .mapToObj(g -> TestReports.at(g, GroupReport.State.RUNNING, step))
                .toList();
        return new NodeReport(name, "", "", 1, 0, 1, false, 0, reports, 1, Holding.NONE, List.of());
    }

    @Test
    void allGroupsAreWokenOnceAllNodesAreThereAndHaveSpoken() throws IOException {
        LostGroups lost = lostGroups(OnFailure.RECOVER, 2);
        Keeper keeper = keeper(OnFailure.RECOVER);
        lost.see(keeper, List.of(node("n1")), 1, Word.none(END), true, 100);
        lost.see(keeper, List.of(node("n1")), 2, Word.none(END), true, 200);
        assertEquals(List.of(), woken);
        lost.see(keeper, List.of(node("n1"), node("n2")), 2, Word.none(END), true, 300);
        assertEquals(List.of(0, 1, 2, 3), woken);
    }

    @Test
    void aGroupThatWasWokenIsGivenTime() throws IOException {
        LostGroups lost = lostGroups(OnFailure.RECOVER, 1);
        Keeper keeper = keeper(OnFailure.RECOVER);
        for (long now = 100; now < 1500; now += 200) {
            lost.see(keeper, List.of(node("n1")), 1, Word.none(END), true, now);
        }
        assertEquals(GROUPS, woken.size());
        lost.see(keeper, List.of(node("n1")), 1, Word.none(END), true, 1700);
        assertEquals(2 * GROUPS, woken.size());
    }

    /** The node that kept the run has died with its groups: whoever takes its duty over had taken note of them. */
    @Test
    void groupsThatDiedWithTheKeeperAreSilencedAndNotStarted() throws IOException {
        LostGroups lost = lostGroups(OnFailure.SILENCE, 2);
        Keeper keeper = keeper(OnFailure.SILENCE);
        lost.note(List.of(nodeAt(400, "n0", 0, 1), nodeAt(410, "n1", 2, 3)), address -> false);
        List<NodeReport> left = List.of(nodeAt(420, "n1", 2, 3));
        lost.note(left, address -> false);
        lost.takeUp(5000);
        lost.see(keeper, left, 1, Word.none(END), true, 5000);
        assertEquals(List.of(), woken);
        assertEquals(
                List.of(new Word.Silenced(0, 400), new Word.Silenced(1, 400)),
                keeper.decide(5000).silenced());
    }

    @Test
    void withStopALossFailsTheRun() throws IOException {
        LostGroups lost = lostGroups(OnFailure.STOP, 2);
        Keeper keeper = keeper(OnFailure.STOP);
        lost.note(List.of(node("n0", 0), node("n1", 1, 2, 3)), address -> false);
        lost.see(keeper, List.of(node("n1", 1, 2, 3)), 1, Word.none(END), true, 5000);
        assertTrue(keeper.decide(5000).failure().contains("group 0 is lost"));
    }

    @Test
    void aGroupThatIsHandedOverIsNotLost() throws IOException {
        for (OnFailure onFailure : List.of(OnFailure.STOP, OnFailure.SILENCE)) {
            woken.clear();
            LostGroups lost = lostGroups(onFailure, 1);
            Keeper keeper = keeper(onFailure);
            lost.note(List.of(node("n1", 0, 1, 2, 3)), address -> false);
            List<NodeReport> moving = List.of(node("n1", 0, 1, 2), node("n2"));
            lost.note(moving, address -> false);
            lost.see(keeper, moving, 2, Word.none(END), true, 5000);
            assertEquals(List.of(3), woken, "where it goes to");
            lost.note(List.of(node("n1", 0, 1, 2), node("n2", 3)), address -> false);
            List<NodeReport> gone = List.of(node("n1", 0, 1, 2));
            lost.note(gone, address -> false);
            lost.see(keeper, gone, 1, Word.none(END), true, 9000);
            assertEquals(List.of(3), woken, "but now its node is gone");
            Word word = keeper.decide(9000);
            assertTrue(word.failure().contains("group 3 is lost")
                    || word.silenced().getFirst().group() == 3);
        }
    }

    @Test
    void theGroupsOfANodeThatLeavesAreNotLostWhenItIsGone() throws IOException {
        LostGroups lost = lostGroups(OnFailure.STOP, 2);
        Keeper keeper = keeper(OnFailure.STOP);
        lost.note(List.of(node("n1", 0, 1), node("n2", 2, 3)), address -> true);
        lost.see(keeper, List.of(node("n1", 0, 1)), 1, Word.none(END), true, 5000);
        assertEquals(List.of(2, 3), woken);
        assertEquals("", keeper.decide(5000).failure());
    }

    /** The disk or the machine held this node up, and what the others said meanwhile waits to be read. */
    @Test
    void whoWasHeldUpTakesNobodyForLost() throws IOException {
        LostGroups lost = lostGroups(OnFailure.STOP, 2);
        Keeper keeper = keeper(OnFailure.STOP);
        lost.note(List.of(node("n1", 0, 1), node("n2", 2, 3)), address -> false);
        lost.see(keeper, List.of(node("n1", 0, 1)), 2, Word.none(END), false, 5000);
        assertEquals("", keeper.decide(5000).failure());
    }

    @Test
    void whoCannotHaveGroupsStartedForLongShouldStartOver() throws IOException {
        LostGroups lost = lostGroups(OnFailure.RECOVER, 1);
        Keeper keeper = keeper(OnFailure.RECOVER);
        List<NodeReport> nodes = List.of(node("n1", 0, 1, 2));
        lost.note(nodes, address -> false);
        boolean helpless = false;
        for (long now = 0; now <= 12_000; now += 200) {
            helpless |= lost.see(keeper, nodes, 1, Word.none(END), true, now);
        }
        assertFalse(helpless);
        assertTrue(lost.see(keeper, nodes, 1, Word.none(END), true, 12_200));
    }

    /** Many groups on a loaded machine: each time that some are there, the others are given time anew. */
    @Test
    void whoHasGroupsStartedOneByOneDoesNotStartOver() throws IOException {
        LostGroups lost = lostGroups(OnFailure.RECOVER, 1);
        Keeper keeper = keeper(OnFailure.RECOVER);
        List<NodeReport> nodes = List.of(node("n1", 0));
        lost.note(List.of(node("n1", 0, 1, 2, 3)), address -> false);
        for (long now = 0; now <= 10_000; now += 200) {
            assertFalse(lost.see(keeper, nodes, 1, Word.none(END), true, now));
        }
        nodes = List.of(node("n1", 0, 2));
        for (long now = 10_200; now <= 22_200; now += 200) {
            assertFalse(lost.see(keeper, nodes, 1, Word.none(END), true, now));
        }
        assertTrue(lost.see(keeper, nodes, 1, Word.none(END), true, 22_400));
    }
}
