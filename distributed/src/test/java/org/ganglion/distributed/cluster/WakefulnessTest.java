package org.ganglion.distributed.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a node makes of it when its ticks come late. */
class WakefulnessTest {
    private final Wakefulness node = new Wakefulness(1000, 2500);

    @Test
    void whoTicksInTimeIsAwake() {
        node.isAwake(1100);
        node.isAwake(1950);
        assertEquals(0, node.asleepMs(2050));
        assertEquals(2500 + 1050, node.inTimeMs(2050));
    }

    @Test
    void whoTicksLateHasNotHeardTheOthers() {
        node.isAwake(3000);
        assertEquals(0, node.asleepMs(3000));
        node.isAwake(3100);
        assertEquals(100, node.inTimeMs(3100));
    }

    @Test
    void whoDidNotTickForLongWasAsleep() {
        assertEquals(0, node.asleepMs(7000));
        assertEquals(6001, node.asleepMs(7001));
    }

    /** Nor may it take the others for lost, of whom it has not heard meanwhile. */
    @Test
    void whoWaitsForADiskDoesNotSleep() {
        node.isAwake(1100);
        node.isAwake(9000);
        assertEquals(0, node.asleepMs(9100));
        assertEquals(100, node.inTimeMs(9100));
    }
}
