package org.ganglion.distributed.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ganglion.simulator.link.SpikeBatch;
import org.junit.jupiter.api.Test;

/** What a group tells again of what it has sent. */
class SenderLogTest {
    private static final int SENDER = 3;
    private static final int PIECE = 13;

    /** In a step s neurons s, s + 1 and so on fire: s modulo 3 of them. */
    private static SpikeBatch batch(long first, int steps) {
        int[] ends = new int[steps];
        int count = 0;
        for (int i = 0; i < steps; i++) {
            count += (int) ((first + i) % 3);
            ends[i] = count;
        }
        int[] neurons = LongStream.range(first, first + steps)
                .flatMap(s -> LongStream.range(s, s + s % 3))
                .mapToInt(n -> (int) n)
                .toArray();
        return new SpikeBatch(SENDER, first, ends, neurons);
    }

    private static SenderLog log(int pieces) {
        SenderLog log = new SenderLog(SENDER, 0);
        IntStream.range(0, pieces).forEach(p -> log.add(batch((long) PIECE * p, PIECE)));
        return log;
    }

    private static void assertSameSpikes(SpikeBatch expected, SpikeBatch told) {
        assertEquals(expected.sender(), told.sender());
        assertEquals(expected.firstStep(), told.firstStep());
        assertArrayEquals(expected.ends(), told.ends());
        assertArrayEquals(expected.neurons(), told.neurons());
    }

    @Test
    void stepsAreToldAgainInFewBatchesWithoutGaps() {
        List<SpikeBatch> told = log(100).between(500, 1000);
        long next = 500 / PIECE * PIECE;
        for (SpikeBatch each : told) {
            assertSameSpikes(batch(next, each.ends().length), each);
            next = each.promise();
        }
        assertTrue(
                next >= 1000 && next < 1000 + PIECE,
                () -> "up to " + told.getLast().promise());
        assertTrue(told.size() <= 5, () -> told.size() + " batches");
    }

    @Test
    void theNewestStepsAreThereThoughTheyAreFew() {
        List<SpikeBatch> told = log(10).between(120, 5000);
        assertEquals(1, told.size());
        assertSameSpikes(batch(117, PIECE), told.getFirst());
        assertEquals(List.of(), log(10).between(130, 5000));
    }

    @Test
    void whatIsKeptWithACheckpointBeginsAtItsStep() {
        assertSameSpikes(batch(120, 10), log(10).since(120));
        SenderLog released = log(10);
        released.release(50);
        assertSameSpikes(batch(39, 91), released.since(7));
    }

    /** A reader that began at an earlier checkpoint has no room for the steps of a long delay at once. */
    @Test
    void whatWasSentBeforeARestartIsToldAgainInSmallBatches() {
        SpikeBatch recent = batch(700, 1500);
        SenderLog log = new SenderLog(recent);
        assertEquals(700, log.first());
        List<SpikeBatch> told = log.between(1000, 1900);
        assertTrue(told.getFirst().firstStep() <= 1000 && told.getLast().promise() >= 1900);
        long next = told.getFirst().firstStep();
        for (SpikeBatch each : told) {
            assertSameSpikes(batch(next, each.ends().length), each);
            assertTrue(each.ends().length <= 256, () -> each.ends().length + " steps");
            next = each.promise();
        }
        assertSameSpikes(recent, log.since(0));
    }

    @Test
    void whatBeganAnewWithoutSpikesGoesOnAtItsStep() {
        SenderLog log = new SenderLog(new SpikeBatch(SENDER, 40, new int[0], new int[0]));
        log.add(batch(40, PIECE));
        assertSameSpikes(batch(40, PIECE), log.since(0));
    }
}
