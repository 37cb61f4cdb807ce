package org.ganglion.distributed.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How long a node that is out of reach is waited for. */
class PatienceTest {
    private final Patience patience = new Patience(100, 0);

    @Test
    void aClockThatIsOnTimeWaitsHalfASecond() {
        for (long now = 100; now < 10_000; now += 100) {
            assertEquals(500, patience.tick(now));
        }
    }

    /** A tick that is 300 ms late adds four times that; half of it two seconds later, nearly nothing after twenty. */
    @Test
    void aLateClockWaitsLongerForAWhile() {
        assertEquals(500 + 4 * 300, patience.tick(400));
        long later = 0;
        for (long now = 500; now <= 2400; now += 100) {
            later = patience.tick(now);
        }
        assertEquals(500 + 4 * 150, (double) later, 1);
        for (long now = 2500; now <= 22_400; now += 100) {
            later = patience.tick(now);
        }
        assertEquals(500, (double) later, 2);
    }

    @Test
    void itNeverWaitsLongerThanFiveSeconds() {
        assertEquals(5000, patience.tick(60_000));
    }
}
