package org.ganglion.distributed.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.FolderDisk;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.checkpoint.PassingDisk;
import org.ganglion.distributed.checkpoint.RunIdentity;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the keeper of a run calls for a checkpoint, and what makes one. */
class KeeperTest {
    private static final int GROUPS = 4;
    private static final long END = 30_000_000;
    private static final long STEPS_PER_MS = 5;
    private static final long REPORT_MS = 200;
    private static final long START_MS = 1_000_000;

    @TempDir
    private Path folder;

    private Keeper keeper() throws IOException {
        return keeper(disk());
    }

    private static Keeper keeper(Checkpoints checkpoints) throws IOException {
        Experiment experiment = NetworkBuilder.named("kept")
                .population("cells", GROUPS, "iaf_psc_exp")
                .simulate(RunSettings.DEFAULT);
        return new Keeper(
                "n1",
                new KeeperRules(GROUPS, Leg.FIRST, END, 2000, 0, OnFailure.RECOVER),
                checkpoints,
                experiment,
                Word.none(END),
                START_MS);
    }

    private Checkpoints disk() {
        return new Checkpoints(new FolderDisk(folder), new RunIdentity("run", "0"), warning -> {});
    }

    private static NodeReport node(long checkpointsAsked, List<GroupReport> groups) {
        return new NodeReport("n1", "", "", 1, 0, 1, false, checkpointsAsked, groups, 1, Holding.NONE, List.of());
    }

    private static NodeReport asking(List<GroupReport> groups, LiveChange change) {
        return new NodeReport("n1", "", "", 1, 0, 1, false, 1, groups, 1, Holding.NONE, List.of(change));
    }

    /** All groups at a step, where they have saved themselves at one if it is not 0. */
    private static List<GroupReport> standing(long step, long saved) {
        return IntStream.range(0, GROUPS)
                .mapToObj(g -> TestReports.at(g, GroupReport.State.RUNNING, step))
                .map(r -> saved > 0 ? TestReports.saved(r, saved) : r)
                .toList();
    }

    /** The first step that is called for, and where the groups are by then: {step, furthest}. */
    private long[] firstCall(long checkpointsAsked, long began, int[] groupsAt) throws IOException {
        Keeper keeper = keeper();
        for (int round = 0; round < 100; round++) {
            long step = began + round * REPORT_MS * STEPS_PER_MS;
            int groups = groupsAt[Math.min(round, groupsAt.length - 1)];
            List<GroupReport> reports = IntStream.range(0, groups)
                    .mapToObj(g -> TestReports.at(g, GroupReport.State.RUNNING, step - 40L * (groups - g)))
                    .toList();
            keeper.hear(node(checkpointsAsked, reports), START_MS + round * REPORT_MS);
            long called = keeper.decide(START_MS + round * REPORT_MS).checkpoint();
            if (called > 0) {
                return new long[] {called, step};
            }
        }
        throw new AssertionError("no checkpoint was called for");
    }

    private static void assertSoon(long[] call) {
        long ahead = call[0] - call[1];
        long inReports = 2 * REPORT_MS * STEPS_PER_MS;
        assertTrue(ahead > inReports, "some would hear of step " + call[0] + " too late: they are at " + call[1]);
        assertTrue(ahead < 1000 * STEPS_PER_MS, "step " + call[0] + " is far from " + call[1]);
    }

    @Test
    void whoTakesOverARunThatIsFarCallsForACheckpointSoon() throws IOException {
        assertSoon(firstCall(7, 400_000, new int[] {4}));
    }

    @Test
    void aGroupThatWasNotHeardOfIsNoLeap() throws IOException {
        assertSoon(firstCall(0, 400_000, new int[] {0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 4}));
    }

    /** As groups are that nothing connects, one of which goes four times as fast as the others. */
    @Test
    void aGroupDoesNotRunAwayFromOthersThatItHasNothingToDoWith() throws IOException {
        Keeper keeper = keeper();
        long fast = 0;
        for (long ms = 0; ms <= 60_000; ms += REPORT_MS) {
            long slow = ms * STEPS_PER_MS;
            List<GroupReport> groups = new ArrayList<>(standing(slow, 0));
            groups.set(0, TestReports.at(0, GroupReport.State.RUNNING, fast));
            keeper.hear(node(0, groups), START_MS + ms);
            long bound = keeper.decide(START_MS + ms).bound();
            assertTrue(bound > slow + 1000 * STEPS_PER_MS, "the slow ones would wait at step " + bound + " in the end");
            fast = Math.min(bound, fast + 4 * REPORT_MS * STEPS_PER_MS);
            assertTrue(fast - slow < 6000 * 4 * STEPS_PER_MS, "step " + fast + " is far from " + slow);
        }
        assertTrue(fast > 60_000 * STEPS_PER_MS);
        keeper.silence(1, 0);
        List<GroupReport> groups = new ArrayList<>(standing(fast, 0));
        groups.set(1, TestReports.at(1, GroupReport.State.RUNNING, 0));
        keeper.hear(node(0, groups), START_MS + 60_200);
        assertTrue(keeper.decide(START_MS + 60_200).bound() > fast, "nobody waits for a group that is done without");
    }

    @Test
    void checkpointsAreCalledForSoOftenHoweverLongTheyTake() throws IOException {
        Keeper keeper = keeper();
        List<Long> calledAt = new ArrayList<>();
        long pending = 0;
        for (long ms = 0; ms <= 9000; ms += REPORT_MS) {
            long step = ms * STEPS_PER_MS;
            long reached = pending;
            keeper.hear(node(0, standing(step, reached < step ? reached : 0)), START_MS + ms);
            long called = keeper.decide(START_MS + ms).checkpoint();
            if (called > 0 && called != pending) {
                calledAt.add(ms);
            }
            pending = called;
        }
        assertEquals(List.of(2000L, 4000L, 6000L, 8000L), calledAt);
    }

    /** All groups are lost, and somebody stops the run while they are built again. */
    @Test
    void aRunThatIsStoppedWhileNoGroupRunsKeepsItsCheckpoints() throws IOException {
        Keeper keeper = keeper();
        Word word = Word.none(END);
        for (int round = 0; word.complete() == 0; round++) {
            long step = 400 + 100L * round;
            keeper.hear(node(1, standing(step, word.checkpoint())), START_MS + 200L * round);
            word = keeper.decide(START_MS + 200L * round);
        }
        long saved = word.complete();
        long later = START_MS + 60_000;
        NodeReport stopping = new NodeReport("n1", "", "", 1, 0, 1, true, 1, List.of(), 1, Holding.NONE, List.of());
        keeper.hear(stopping, later);
        word = keeper.decide(later);
        assertEquals(saved, word.complete());
        assertEquals(END, word.end(), "nobody has said how far groups are");
        keeper.hear(node(1, standing(saved, 0)), later + 200);
        word = keeper.decide(later + 200);
        assertTrue(word.end() >= saved && word.end() < END, "it ends at " + word.end());
        assertEquals(saved, word.complete());
        assertTrue(Files.exists(folder.resolve("checkpoints/" + saved + "/complete")));
    }

    @Test
    void whatWasSavedWithoutAChangeThatAnotherKeeperDecidedIsNoCheckpoint() throws IOException {
        LiveChange own = new LiveChange("own", 0, "noise", "rate", 5);
        LiveChange others = new LiveChange("others", 100, "noise", "rate", 7);
        Keeper keeper = keeper();
        Word word = Word.none(END);
        for (int round = 0; word.checkpoint() == 0; round++) {
            keeper.hear(node(1, standing(400 + 100L * round, 0)), START_MS + 200L * round);
            word = keeper.decide(START_MS + 200L * round);
        }
        long checkpoint = word.checkpoint();
        keeper.hear(asking(standing(checkpoint - 1, 0), own), START_MS);
        long gather = keeper.decide(START_MS).gather();
        assertTrue(gather > checkpoint && gather < END);

        disk().changes().add(0, List.of(others));
        keeper.hear(asking(standing(gather, checkpoint), own), START_MS);
        word = keeper.decide(START_MS);

        assertEquals(List.of(others), word.changes());
        assertEquals(0, word.complete());
    }

    @Test
    void aGroupThatPassesByDoesNotStandWhereAChangeIsDecided() throws IOException {
        LiveChange own = new LiveChange("own", 0, "noise", "rate", 5);
        Keeper keeper = keeper();
        keeper.hear(asking(standing(400, 0), own), START_MS);
        long gather = keeper.decide(START_MS).gather();
        List<GroupReport> passing = new ArrayList<>(standing(gather, 0));
        passing.set(1, TestReports.at(1, GroupReport.State.RUNNING, gather, END));

        keeper.hear(asking(passing, own), START_MS);
        assertFalse(keeper.decide(START_MS).settles("own"));

        keeper.hear(asking(standing(gather, 0), own), START_MS);
        assertTrue(keeper.decide(START_MS).settles("own"));
    }

    @Test
    void groupsThatStandStillAtTheEndAreSaved() throws IOException {
        Keeper keeper = keeper();
        keeper.hear(node(0, standing(END, 0)), START_MS);
        assertEquals(END, keeper.decide(START_MS).checkpoint());
        assertEquals(Optional.empty(), keeper.atEnd());
    }

    /** Somebody who is late writes into the folder of a checkpoint while it is removed. */
    @Test
    void aCheckpointThatCannotBeRemovedStaysUntilTheNextOneAndTheLastTwoAreKept() throws IOException {
        Busy disk = new Busy(new FolderDisk(folder), 1);
        List<String> warnings = new ArrayList<>();
        Keeper keeper = keeper(new Checkpoints(disk, new RunIdentity("run", "0"), warnings::add));
        List<Long> whole = new ArrayList<>(List.of(0L));
        Word word = Word.none(END);
        for (int round = 0; whole.size() <= 4; round++) {
            long now = START_MS + REPORT_MS * round;
            long step = REPORT_MS * STEPS_PER_MS * round;
            keeper.hear(node(0, standing(step, word.checkpoint())), now);
            word = keeper.decide(now);
            if (word.complete() > whole.getLast()) {
                assertEquals(whole.getLast(), word.keepFrom());
                whole.add(word.complete());
                boolean first = Files.exists(folder.resolve("checkpoints/" + whole.get(1)));
                assertEquals(whole.size() <= 4, first, () -> whole.toString());
            }
        }
        assertEquals(List.of(whole.get(3).toString(), whole.get(4).toString()), disk.list("checkpoints"));
        assertEquals(1, warnings.size());
    }

    /** A folder of which so many removals fail. */
    private static final class Busy extends PassingDisk {
        private int failures;

        Busy(FolderDisk disk, int failures) {
            super(disk);
            this.failures = failures;
        }

        @Override
        public void deleteFolder(String of) throws IOException {
            if (failures-- > 0) {
                throw new DirectoryNotEmptyException(of);
            }
            super.deleteFolder(of);
        }
    }
}
