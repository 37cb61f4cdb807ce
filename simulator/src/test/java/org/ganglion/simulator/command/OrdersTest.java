package org.ganglion.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.simulator.RunState.Phase;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private final Orders orders = new Orders();

    @Test
    void pausingAndStoppingAreNewsOnce() {
        assertTrue(orders.pause());
        assertFalse(orders.pause());
        orders.resume();
        assertFalse(orders.paused());
        assertTrue(orders.pause());

        assertTrue(orders.stop());
        assertFalse(orders.stop());
        assertTrue(orders.stopping());
    }

    @Test
    void stepsAddUpWhileTheRunIsPausedAndTheFirstOnlyPausesIt() {
        assertTrue(orders.step(7), "it was not paused");
        assertTrue(orders.paused());
        assertEquals(0, orders.take(Long.MAX_VALUE));

        assertFalse(orders.step(7));
        assertFalse(orders.step(5));
        assertEquals(10, orders.take(10));
        assertEquals(2, orders.take(10), "the rest is owed still");
        assertEquals(0, orders.take(10));
    }

    @Test
    void goingOnForgetsStepsThatAreOwed() {
        orders.pause();
        orders.step(7);
        orders.resume();
        orders.pause();

        assertEquals(0, orders.take(10));
    }

    @Test
    void deedsAreDoneOnceInTheOrderInWhichTheyWereAsked() {
        List<String> done = new ArrayList<>();
        orders.atAgreedStep(step -> done.add("a" + step));
        orders.atAgreedStep(step -> done.add("b" + step));

        orders.act(30);
        orders.act(40);

        assertEquals(List.of("a30", "b30"), done);
    }

    @Test
    void aRunGoesThroughItsPhases() {
        assertEquals(Phase.RUNNING, orders.phase(false, false));
        assertEquals(Phase.RUNNING, orders.phase(false, true));
        orders.pause();
        assertEquals(Phase.PAUSING, orders.phase(false, false));
        assertEquals(Phase.PAUSED, orders.phase(false, true));
        orders.stop();
        assertEquals(Phase.STOPPING, orders.phase(false, false));
        assertEquals(Phase.STOPPING, orders.phase(false, true), "stopping comes before pausing");
        assertEquals(Phase.DONE, orders.phase(true, true));
    }
}
