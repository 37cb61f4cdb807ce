package org.ganglion.simulator.synapse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TouchAheadTest {
    private static final int LINE = 64;

    @Test
    void shortRunsThatFollowEachOtherInARowAreTouchedOnceEach() {
        assertEquals(new TouchAhead(32, 1), TouchAhead.of(4 * LINE, 45));
        assertEquals(new TouchAhead(32, 1), TouchAhead.of(4, 45));
    }

    @Test
    void runsThatStandAloneAreTouchedAllAlong() {
        assertEquals(new TouchAhead(25, 5), TouchAhead.of(4 * LINE, 1));
    }

    @Test
    void ofLongRunsTheBeginningIsTouched() {
        assertEquals(new TouchAhead(16, 16), TouchAhead.of(20 * LINE, 1));
        assertEquals(new TouchAhead(16, 16), TouchAhead.of(1000 * LINE, 45));
    }

    @Test
    void aTableWithoutRunsIsNoError() {
        assertEquals(1, TouchAhead.of(Double.NaN, Double.NaN).lines());
    }
}
