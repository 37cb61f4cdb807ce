package org.ganglion.distributed.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.checkpoint.RunIdentity;
import org.ganglion.distributed.protocol.GroupHost;
import org.ganglion.distributed.protocol.GroupMessage;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.Holding;
import org.ganglion.distributed.protocol.HostedGroup;
import org.ganglion.distributed.protocol.Keeper;
import org.ganglion.distributed.protocol.KeeperRules;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.OnFailure;
import org.ganglion.distributed.protocol.Restoring;
import org.ganglion.distributed.protocol.TestReports;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.link.SpikeBatch;
import org.junit.jupiter.api.Test;

/** A run on nodes pauses at one step, goes on by steps, and goes on. */
class HoldingTest {
    private static final long END = TestCircuit.endStep();
    private static final Word NOTHING = Word.none(END);

    private final MemoryDisk disk = new MemoryDisk();
    private long now;
    private long reports;

    private Keeper keeper(Word before) throws IOException {
        return new Keeper(
                "k" + now,
                new KeeperRules(2, Leg.FIRST, END, 0, 0, OnFailure.RECOVER),
                new Checkpoints(disk, new RunIdentity("held", "0"), warning -> {}),
                TestCircuit.experiment(),
                before,
                now);
    }

    private static GroupReport at(int group, long step) {
        return TestReports.at(group, GroupReport.State.RUNNING, step);
    }

    /** What the keeper says when two groups stand at some steps, and this was asked. */
    private Word word(Keeper keeper, Holding asked, boolean stop, long... steps) throws IOException {
        List<GroupReport> groups = new ArrayList<>();
        for (int g = 0; g < steps.length; g++) {
            groups.add(at(g, steps[g]));
        }
        now += 100;
        keeper.hear(new NodeReport("n", "", "", 1, 0, ++reports, stop, 0, groups, 1, asked, List.of()), now);
        return keeper.decide(now);
    }

    @Test
    void theKeeperPausesAheadOfAllAndLaterWhereAGroupHasPassed() throws IOException {
        Keeper keeper = keeper(NOTHING);
        assertEquals(Long.MAX_VALUE, word(keeper, Holding.NONE, false, 10, 20).hold());
        Holding pause = Holding.NONE.next(true, 0);
        long hold = word(keeper, pause, false, 10, 20).hold();
        assertTrue(hold > 20 && hold < END, "holds at " + hold);
        assertEquals(hold, word(keeper, pause, false, 15, hold).hold());
        long later = word(keeper, pause, false, 15, hold + 1).hold();
        assertTrue(later > hold + 1, "holds at " + later);
        assertEquals(later, word(keeper, pause, false, later, later).hold());
    }

    @Test
    void stepsAreTakenOnceAndByWhoeverKeepsTheRun() throws IOException {
        Keeper keeper = keeper(NOTHING);
        Holding pause = Holding.NONE.next(true, 0);
        Word paused = word(keeper, pause, false, 1, 1);
        long hold = paused.hold();
        Holding step = pause.next(true, 7);
        assertEquals(hold + 7, word(keeper, step, false, hold, hold).hold());
        assertEquals(hold + 7, word(keeper, step, false, hold, hold).hold(), "what is asked is repeated");
        assertEquals(hold + 7, word(keeper, pause, false, hold, hold).hold(), "and old reports come late");
        Word stepped = word(keeper, step, false, hold + 7, hold + 7);
        Keeper next = keeper(stepped);
        assertEquals(hold + 7, word(next, step, false, hold + 7, hold + 7).hold());
        assertEquals(
                hold + 9,
                word(next, step.next(true, 2), false, hold + 7, hold + 7).hold());
        assertEquals(
                Long.MAX_VALUE,
                word(next, step.next(true, 2).next(false, 0), false, hold + 9, hold + 9)
                        .hold());
    }

    @Test
    void aRunThatIsPausedCanBeStopped() throws IOException {
        Keeper keeper = keeper(NOTHING);
        Holding pause = Holding.NONE.next(true, 0);
        long hold = word(keeper, pause, false, 1, 1).hold();
        Word stopped = word(keeper, pause, true, hold, hold);
        assertTrue(stopped.end() >= hold && stopped.until() == stopped.end(), stopped.toString());
    }

    @Test
    void ofTwoThatAskAtOnceEveryNodeHearsTheSame() {
        Holding pause = Holding.NONE.next(true, 0);
        Holding goOn = Holding.NONE.next(false, 0);
        assertEquals(pause, pause.orLater(goOn));
        assertEquals(pause, goOn.orLater(pause));
        assertEquals(pause.next(false, 0), pause.orLater(pause.next(false, 0)));
    }

    /** Hosts a group that nobody else needs. */
    private static final class Alone implements GroupHost {
        @Override
        public void publish(SpikeBatch batch, int[] readers, int revision) {}

        @Override
        public void changed(List<LiveChange> changes) {}

        @Override
        public void send(GroupMessage message) {}

        @Override
        public void save(GroupState state) {}

        @Override
        public void beginAnew(String why) {}

        @Override
        public long latestCheckpoint() {
            return 0;
        }
    }

    private static void compute(HostedGroup group) throws IOException {
        for (int i = 0; i < 100; i++) {
            group.advance(50);
        }
    }

    private static Word holding(long number, long hold) {
        return said(number, hold, Long.MAX_VALUE);
    }

    private static Word said(long number, long hold, long bound) {
        return new Word(
                "k",
                number,
                END,
                0,
                0,
                0,
                false,
                "",
                List.of(),
                hold,
                Holding.NONE,
                List.of(),
                List.of(),
                Long.MAX_VALUE,
                0,
                bound,
                Optional.empty());
    }

    private static HostedGroup alone(Word word) throws IOException {
        NeuronGroup group = TestCircuit.build(TestCircuit.plan(1), 0, Recording.NONE, 0);
        SpikeBatch nothing = new SpikeBatch(0, 0, new int[0], new int[0]);
        Restoring.Restored atStart = new Restoring.Restored(nothing, List.of());
        return new HostedGroup(group, new Alone(), 1, atStart, TestCircuit.plan(1), word, 0);
    }

    @Test
    void aGroupStaysWithinReachOfOthers() throws IOException {
        HostedGroup hosted = alone(said(1, Long.MAX_VALUE, 200));
        compute(hosted);
        assertEquals(200, hosted.time());
        assertFalse(hosted.advance(50));
        hosted.heed(said(2, Long.MAX_VALUE, 150));
        compute(hosted);
        assertEquals(200, hosted.time(), "one has begun again behind it");
        hosted.heed(said(3, Long.MAX_VALUE, Long.MAX_VALUE));
        compute(hosted);
        assertEquals(END, hosted.time());
    }

    @Test
    void aGroupStandsStillWithoutWaitingForAnybody() throws IOException {
        HostedGroup hosted = alone(holding(1, 123));
        compute(hosted);
        hosted.tick(1);
        hosted.tick(1000);
        assertEquals(123, hosted.time());
        assertEquals(-1, hosted.report(1000, 0).waitsFor());
        assertFalse(hosted.advance(50));
        hosted.heed(holding(2, 130));
        compute(hosted);
        assertEquals(130, hosted.time());
        hosted.heed(holding(3, Long.MAX_VALUE));
        compute(hosted);
        assertEquals(END, hosted.time());
    }
}
