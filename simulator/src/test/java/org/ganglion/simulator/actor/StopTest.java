package org.ganglion.simulator.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ganglion.network.Experiment;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.MixedCircuit;
import org.ganglion.simulator.Outcome;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.SpikeList;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where a run ends, and that it may be run in pieces. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopTest {
    private static final RunSettings SETTINGS =
            RunSettings.DEFAULT.withWarmUpMs(5).withDurationMs(100_000).withThreads(2);
    private static final Experiment EXPERIMENT = MixedCircuit.of(SETTINGS.withGroups(3));

    private static Outcome plainTo(Experiment experiment, long step) throws Exception {
        SpikeList list = new SpikeList();
        try (PlainSimulation simulation = PlainSimulation.build(experiment, 1, list)) {
            simulation.runTo(step);
            return Outcome.of(simulation, list);
        }
    }

    private static void stopAfter(Simulation simulation, long steps) throws Exception {
        Thread stopper = new Thread(() -> {
            while (simulation.progress().step() < steps) {
                LockSupport.parkNanos(100_000);
            }
            simulation.stop();
        });
        stopper.start();
        simulation.runTo(SETTINGS.endStep());
        stopper.join();
    }

    private static void assertStoppedCleanly(Simulation simulation, SpikeList list, Experiment experiment)
            throws Exception {
        RunSummary summary = simulation.summary();
        assertTrue(summary.partial());
        plainTo(experiment, summary.endStep())
                .assertSame(Outcome.of(summary, list), "a run stopped at step " + summary.endStep());
    }

    @Test
    void stopEndsAllActorsAtOneStep() throws Exception {
        Random random = new Random(1);
        for (int round = 0; round < 5; round++) {
            SpikeList list = new SpikeList();
            try (ActorSimulation simulation = ActorSimulation.build(EXPERIMENT, list)) {
                stopAfter(simulation, random.nextInt(1500));
                assertStoppedCleanly(simulation, list, EXPERIMENT);
                long end = simulation.summary().endStep();
                simulation.runTo(SETTINGS.endStep());
                assertEquals(end, simulation.summary().endStep(), "a stopped run stays where it is");
            }
        }
    }

    @Test
    void stopEndsAChainWithLongLeadsAtOneStep() throws Exception {
        Experiment chain = MixedCircuit.chain(SETTINGS.withGroups(3));
        for (long steps : new long[] {10, 2000}) {
            SpikeList list = new SpikeList();
            try (ActorSimulation simulation = ActorSimulation.build(chain, list)) {
                stopAfter(simulation, steps);
                assertStoppedCleanly(simulation, list, chain);
            }
            list = new SpikeList();
            try (PlainSimulation simulation = PlainSimulation.build(chain, 3, list)) {
                stopAfter(simulation, steps);
                assertStoppedCleanly(simulation, list, chain);
            }
        }
    }

    @Test
    void stopEndsThePlainLoopAtOneStep() throws Exception {
        SpikeList list = new SpikeList();
        try (PlainSimulation simulation = PlainSimulation.build(EXPERIMENT, 3, list)) {
            stopAfter(simulation, 700);
            assertStoppedCleanly(simulation, list, EXPERIMENT);
        }
    }

    @Test
    void stopBeforeTheRunLeavesItAtItsFirstStep() throws Exception {
        for (int round = 0; round < 5; round++) {
            try (ActorSimulation simulation = ActorSimulation.build(EXPERIMENT, Recording.NONE)) {
                simulation.stop();
                simulation.runTo(1000);
                assertEquals(0, simulation.summary().endStep());
                assertTrue(simulation.summary().partial());
            }
        }
    }

    @Test
    void runInPiecesIsTheSameAsOneRun() throws Exception {
        Outcome expected = plainTo(EXPERIMENT, 900);
        SpikeList actors = new SpikeList();
        SpikeList plain = new SpikeList();
        try (ActorSimulation simulation = ActorSimulation.build(EXPERIMENT, actors);
                PlainSimulation loop = PlainSimulation.build(EXPERIMENT, 3, plain)) {
            for (long end : new long[] {0, 1, 2, 49, 50, 51, 51, 300, 513, 899, 900}) {
                simulation.runTo(end);
                loop.runTo(end);
                assertEquals(end, simulation.summary().endStep());
            }
            assertFalse(simulation.summary().partial());
            expected.assertSame(Outcome.of(simulation, actors), "actors in pieces");
            expected.assertSame(Outcome.of(loop, plain), "the plain loop in pieces");
        }
    }

    @Test
    void aPastStepIsRefused() throws Exception {
        try (ActorSimulation simulation = ActorSimulation.build(EXPERIMENT, Recording.NONE)) {
            simulation.runTo(20);
            assertThrows(IllegalArgumentException.class, () -> simulation.runTo(19));
            simulation.runTo(21);
            assertEquals(21, simulation.summary().endStep());
        }
    }

    /** A recording whose third step fails. */
    private static Recording failing(Throwable failure) {
        return (group, sampled) -> new Recording.Part() {
            @Override
            public void spikes(long step, int[] neurons, int count) throws IOException {
                switch (failure) {
                    case IOException io -> throw io;
                    case Error error -> throw error;
                    default -> throw new IllegalStateException(failure);
                }
            }

            @Override
            public void sample(int recorder, long step, float[] values) {}
        };
    }

    @Test
    void aFailureOfAnyKindReachesTheCaller() throws Exception {
        for (Throwable failure : List.of(
                new IOException("disk full"), new IllegalStateException("no"), new AssertionError("a defect"))) {
            try (ActorSimulation simulation = ActorSimulation.build(EXPERIMENT, failing(failure))) {
                if (failure instanceof IOException) {
                    assertEquals(failure, assertThrows(IOException.class, () -> simulation.runTo(SETTINGS.endStep())));
                } else {
                    assertThrows(SimulationException.class, () -> simulation.runTo(SETTINGS.endStep()));
                }
            }
        }
    }

    @Test
    void closingReleasesWhoeverWaitsForTheRun() throws Exception {
        ActorSimulation simulation = ActorSimulation.build(EXPERIMENT, Recording.NONE);
        Thread closer = new Thread(() -> {
            while (simulation.progress().step() < 100) {
                LockSupport.parkNanos(100_000);
            }
            simulation.close();
        });
        closer.start();
        assertThrows(SimulationException.class, () -> simulation.runTo(SETTINGS.endStep()));
        closer.join();
    }
}
