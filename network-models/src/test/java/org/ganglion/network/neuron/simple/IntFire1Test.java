package org.ganglion.network.neuron.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.RunSettings;
import org.ganglion.network.neuron.EventState;
import org.ganglion.network.neuron.TestColumns;
import org.junit.jupiter.api.Test;

/** The cell against its closed form; a step is 0.001 ms, and step k ends at (k + 1) 0.001 ms. */
class IntFire1Test {
    private static final double STEP_MS = 0.001;
    private static final IntFire1 MODEL = new IntFire1();

    private final EventState state = cells(10, 5);

    private static EventState cells(double tauMs, double refracMs) {
        TestColumns columns = new TestColumns(MODEL.description(), 3).set("tau", tauMs);
        return (EventState) MODEL.create(columns.set("refrac", refracMs), STEP_MS);
    }

    private boolean receive(long step, double weight) {
        state.begin(step);
        return state.receive(1, weight);
    }

    private double m(long step) {
        state.begin(step);
        return state.value(0, 1);
    }

    @Test
    void aSpikeAddsItsWeightWhichDecays() {
        assertFalse(receive(999, 0.5));
        assertEquals(0.5, m(999));
        assertEquals(0.5 * StrictMath.exp(-0.25), m(3499), 1e-7);
        assertFalse(receive(3499, 0.25));
        assertEquals(0.5 * StrictMath.exp(-0.25) + 0.25, m(3499), 1e-7);
    }

    @Test
    void itFiresAboveOneAndNotAtOne() {
        assertFalse(receive(10, 1));
        assertFalse(cellFiresAt(1));
        assertTrue(cellFiresAt(Math.nextUp(1.0)));
    }

    private static boolean cellFiresAt(double weight) {
        EventState fresh = cells(10, 5);
        fresh.begin(0);
        return fresh.receive(0, weight);
    }

    @Test
    void eventsAreDroppedUntilTheEndOfTheRefractoryPeriod() {
        assertTrue(receive(99, 1.5));
        assertEquals(2, m(99));
        assertFalse(receive(100, 3));
        assertFalse(receive(99 + 4999, 3));
        assertEquals(2, m(99 + 4999));
        assertEquals(0, m(99 + 5000));
        assertFalse(receive(99 + 5000, 0.75));
        assertEquals(0.75, m(99 + 5000));
        assertTrue(receive(99 + 5001, 0.5));
    }

    @Test
    void aCellWithoutARefractoryPeriodMayFireInEveryStep() {
        EventState quick = cells(10, 0);
        quick.begin(7);
        assertTrue(quick.receive(0, 1.1));
        assertEquals(0, quick.value(0, 0));
        quick.begin(8);
        assertTrue(quick.receive(0, 1.1));
    }

    @Test
    void aCopiedStateGoesOnLikeTheOriginal() {
        receive(99, 1.5);
        assertFalse(restoredReceives(6000, 0.8));
        receive(6000, 0.7);
        assertTrue(restoredReceives(6500, 0.4));
        assertFalse(restoredReceives(6500, 0.3));
    }

    private boolean restoredReceives(long step, double weight) {
        int[] words = new int[state.stateWords()];
        state.copyState(1, words, 0);
        EventState other = cells(10, 5);
        other.restoreState(step, 2, words, 0);
        other.begin(step);
        return other.receive(2, weight);
    }

    @Test
    void aNetworkWithSuchCellsIsRunInStepsOfOneTic() {
        Population cells = new Population("cells", 3, MODEL, Map.of(), Map.of());
        Network network = new Network("n", List.of(cells), List.of(), List.of(), List.of());
        assertEquals(
                STEP_MS, new Experiment(network, RunSettings.DEFAULT).settings().dtMs());
    }

    @Test
    void itTakesNoCurrent() {
        assertThrows(UnsupportedOperationException.class, () -> state.setCurrent(0, 1));
    }
}
