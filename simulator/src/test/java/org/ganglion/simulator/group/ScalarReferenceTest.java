package org.ganglion.simulator.group;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganglion.network.Experiment;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Circuits;
import org.ganglion.simulator.MixedCircuit;
import org.ganglion.simulator.SpatialCircuit;
import org.junit.jupiter.api.Test;

/** The engine against a simulator that shares nothing of its machinery. */
class ScalarReferenceTest {
    private static void assertLikeReference(Experiment experiment) throws Exception {
        RunSettings settings = experiment.settings();
        long[] expected = new ScalarReference(experiment).run(settings.warmUpSteps(), settings.endStep());
        assertTrue(expected.length > 100, "too few spikes: " + expected.length);
        assertArrayEquals(expected, ShuffledDriver.plain(experiment, 3).spikes());
    }

    @Test
    void mixedCircuitSpikesLikeTheScalarReference() throws Exception {
        assertLikeReference(
                MixedCircuit.of(RunSettings.DEFAULT.withSeed(5).withWarmUpMs(10).withDurationMs(110)));
    }

    @Test
    void spatialCircuitSpikesLikeTheScalarReference() throws Exception {
        assertLikeReference(SpatialCircuit.of(RunSettings.DEFAULT.withSeed(3).withDurationMs(120)));
    }

    @Test
    void chainSpikesLikeTheScalarReference() throws Exception {
        assertLikeReference(MixedCircuit.chain(RunSettings.DEFAULT.withDurationMs(300)));
    }

    @Test
    void microcircuitSpikesLikeTheScalarReference() throws Exception {
        assertLikeReference(Circuits.corticalMicrocircuit(0.02, RunSettings.DEFAULT.withDurationMs(150)));
    }
}
