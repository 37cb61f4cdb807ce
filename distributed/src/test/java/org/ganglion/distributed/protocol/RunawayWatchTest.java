package org.ganglion.distributed.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Runaway;
import org.junit.jupiter.api.Test;

/**
 * What groups on nodes tell of windows ends a run as in one process. 60 neurons at 300 Hz fire 1,800 times in a window of
 * 100 ms, which has 1,000 steps of 0.1 ms; the run goes on for 1,024 steps more.
 */
class RunawayWatchTest {
    private static final Experiment EXPERIMENT = NetworkBuilder.named("windows")
            .population("cells", 60, "iaf_psc_exp")
            .simulate(RunSettings.DEFAULT.withDurationMs(1000));

    private final RunawayWatch watch = new RunawayWatch(EXPERIMENT, 2, Word.none(10_000));

    /** What a group tells that counted so many spikes in windows after a step. */
    private void tell(int group, long from, long... spikes) {
        List<Windows.Counts> counts = IntStream.range(0, spikes.length)
                .mapToObj(i -> new Windows.Counts(from + 1000L * (i + 1), List.of(spikes[i])))
                .toList();
        watch.hear(new GroupReport(
                group,
                1,
                GroupReport.State.RUNNING,
                0,
                0,
                0,
                0,
                -1,
                0,
                0,
                Optional.empty(),
                0,
                0,
                0,
                0,
                "",
                0,
                new Windows(from, counts)));
        watch.look(List.of());
    }

    @Test
    void aWindowIsClosedOnceAllGroupsHaveToldItHoweverOften() {
        tell(0, 0, 900, 900);
        tell(0, 0, 900, 900);
        assertEquals(0, watch.closed());
        tell(1, 0, 900);
        assertEquals(1000, watch.closed());
        tell(1, 1000, 901);
        assertEquals(2000, watch.closed());
        Runaway runaway = watch.runaway().orElseThrow();
        assertEquals(new Runaway("cells", 1801 / (0.1 * 60), 300, 100, 200, 2000 + 1024), runaway);
    }

    @Test
    void aGroupThatBeganAgainHasNothingToTellOfWindowsBefore() {
        tell(0, 0, 10, 1700);
        tell(1, 0, 20);
        tell(0, 1000, 1700);
        tell(1, 1000, 101);
        assertEquals(2000, watch.closed());
        assertTrue(watch.runaway().isPresent());
    }

    /** Each would be closed by itself, a billion steps take minutes. */
    @Test
    void windowsBeforeARunWasResumedAreNotClosedOneByOne() {
        long resumed = 100_000_000_000_000L;
        tell(0, resumed, 900);
        tell(1, resumed, 900);
        assertEquals(resumed + 1000, watch.closed());
        tell(0, resumed + 1000, 901);
        tell(1, resumed + 1000, 900);
        assertEquals(
                resumed + 2000 + 1024,
                watch.runaway().orElseThrow().endStep(),
                "and a population that runs away is found");
    }

    @Test
    void aRunIsNotAtItsEndBeforeItsLastWindowIsClosed() {
        tell(0, 0, 10);
        assertTrue(watch.isBehind(1500));
        tell(1, 0, 10);
        assertFalse(watch.isBehind(1500));
        assertTrue(watch.isBehind(2000));
        tell(0, 1000, 10);
        assertTrue(watch.isBehind(2000));
        watch.look(List.of(new Word.Silenced(1, 1500)));
        assertFalse(watch.isBehind(2000), "of a group that is lost nothing is waited for");
    }
}
