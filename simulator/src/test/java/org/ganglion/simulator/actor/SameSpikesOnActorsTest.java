package org.ganglion.simulator.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.ganglion.network.Experiment;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Circuits;
import org.ganglion.simulator.MixedCircuit;
import org.ganglion.simulator.Outcome;
import org.ganglion.simulator.SpikeList;
import org.ganglion.simulator.StimulusCircuit;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Actors do what the plain loop does, on any number of groups and threads, with and without a barrier. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SameSpikesOnActorsTest {
    private static final RunSettings SETTINGS = RunSettings.DEFAULT.withSeed(11).withWarmUpMs(10);

    private static Outcome plain(Experiment experiment) throws Exception {
        SpikeList list = new SpikeList();
        try (PlainSimulation simulation = PlainSimulation.build(experiment, 1, list)) {
            simulation.runTo(experiment.settings().endStep());
            return Outcome.of(simulation, list);
        }
    }

    private static void assertSame(Outcome expected, Experiment experiment, int groups, int threads, boolean barrier)
            throws Exception {
        RunSettings settings =
                experiment.settings().withGroups(groups).withThreads(threads).withBarrier(barrier);
        SpikeList list = new SpikeList();
        try (ActorSimulation simulation =
                ActorSimulation.build(new Experiment(experiment.network(), settings, experiment.changes()), list)) {
            simulation.runTo(settings.endStep());
            assertEquals(groups, simulation.summary().groups());
            assertEquals(threads, simulation.summary().threads());
            expected.assertSame(
                    Outcome.of(simulation, list),
                    groups + " actors on " + threads + " threads" + (barrier ? " with a barrier" : ""));
        }
    }

    private static void assertSameOnActors(Experiment experiment, int... manyGroups) throws Exception {
        Outcome expected = plain(experiment);
        assertTrue(expected.spikes().length > 1000, "too few spikes: " + expected.spikes().length);
        for (int groups : manyGroups) {
            assertSame(expected, experiment, groups, 1, false);
            assertSame(expected, experiment, groups, 2, false);
            if (groups > 1) {
                assertSame(expected, experiment, groups, 2, true);
            }
        }
    }

    @Test
    void brunelIsTheSameOnActors() throws Exception {
        assertSameOnActors(Circuits.brunel(2500, SETTINGS.withDurationMs(190)), 1, 2, 3, 7);
    }

    @Test
    void corticalMicrocircuitIsTheSameOnActors() throws Exception {
        assertSameOnActors(Circuits.corticalMicrocircuit(0.05, SETTINGS.withDurationMs(290)), 1, 2, 3, 7);
    }

    @Test
    void mixedCircuitIsTheSameOnActors() throws Exception {
        assertSameOnActors(MixedCircuit.of(SETTINGS.withDurationMs(190)), 1, 2, 3, 7);
    }

    @Test
    void circuitWhoseStimuliChangeIsTheSameOnActors() throws Exception {
        assertSameOnActors(StimulusCircuit.changed(SETTINGS.withDurationMs(140)), 1, 2, 3, 7);
    }

    @Test
    void chainWithoutAWayBackIsTheSameOnActors() throws Exception {
        assertSameOnActors(MixedCircuit.chain(SETTINGS.withDurationMs(900)), 2, 3);
    }
}
