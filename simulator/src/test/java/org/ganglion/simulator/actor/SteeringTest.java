package org.ganglion.simulator.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.RunSettings;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.simulator.MixedCircuit;
import org.ganglion.simulator.Outcome;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.RunState.Phase;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.SpikeList;
import org.ganglion.simulator.StimulusCircuit;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that are paused, taken on step by step and changed: where they stand, and that they can be repeated. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SteeringTest {
    private static final RunSettings SETTINGS = RunSettings.DEFAULT
            .withSeed(3)
            .withWarmUpMs(5)
            .withDurationMs(400)
            .withGroups(3)
            .withThreads(2);
    private static final long END = SETTINGS.endStep();

    private static CompletableFuture<Void> start(Simulation simulation) {
        return CompletableFuture.runAsync(() -> {
            try {
                simulation.runTo(END);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void await(Simulation simulation, Phase phase) {
        while (simulation.state().phase() != phase) {
            LockSupport.parkNanos(50_000);
        }
    }

    private static Outcome plain(Experiment experiment) throws Exception {
        SpikeList list = new SpikeList();
        try (PlainSimulation simulation = PlainSimulation.build(experiment, 1, list)) {
            simulation.runTo(END);
            return Outcome.of(simulation, list);
        }
    }

    private interface Built {
        Simulation build(Experiment experiment, Recording recording) throws Exception;
    }

    private static final List<Built> BOTH = List.of(ActorSimulation::build, (e, r) -> PlainSimulation.build(e, 3, r));

    @Test
    void aRunThatIsPausedStandsStillAndThenGoesOnAsIfNothingHadBeen() throws Exception {
        Experiment experiment = MixedCircuit.of(SETTINGS);
        Outcome expected = plain(experiment);
        Random random = new Random(1);
        for (Built built : BOTH) {
            SpikeList list = new SpikeList();
            try (Simulation simulation = built.build(experiment, list)) {
                CompletableFuture<Void> run = start(simulation);
                for (int round = 0; round < 10; round++) {
                    LockSupport.parkNanos(random.nextInt(5_000_000));
                    simulation.pause();
                    await(simulation, Phase.PAUSED);
                    long at = simulation.state().step();
                    LockSupport.parkNanos(2_000_000);
                    assertEquals(at, simulation.state().step());
                    assertFalse(run.isDone());
                    simulation.resume();
                }
                run.join();
                assertEquals(Phase.DONE, simulation.state().phase());
                expected.assertSame(Outcome.of(simulation, list), "a run with pauses");
            }
        }
    }

    @Test
    void theTimeThatARunStandsPausedIsNotCountedAsItsOwn() throws Exception {
        Experiment experiment = MixedCircuit.of(SETTINGS);
        for (Built built : BOTH) {
            try (Simulation simulation = built.build(experiment, Recording.NONE)) {
                simulation.pause();
                long began = System.nanoTime();
                CompletableFuture<Void> run = start(simulation);
                long stood = 0;
                for (boolean last : new boolean[] {false, true}) {
                    await(simulation, Phase.PAUSED);
                    long from = System.nanoTime();
                    LockSupport.parkNanos(300_000_000);
                    stood += System.nanoTime() - from;
                    if (!last) {
                        simulation.step(60); // to a pause behind the warm-up
                        awaitStep(simulation, 60);
                    }
                }
                simulation.stop();
                run.join();
                double ran = (System.nanoTime() - began - stood) * 1e-9;
                double told = simulation.summary().warmUpSeconds()
                        + simulation.summary().wallSeconds();
                assertTrue(told > 0 && told <= ran + 1e-6, told + " s of at most " + ran + " s");
            }
        }
    }

    @Test
    void stepsLeadFromOnePauseToTheNext() throws Exception {
        Experiment experiment = MixedCircuit.of(SETTINGS);
        for (Built built : BOTH) {
            SpikeList list = new SpikeList();
            try (Simulation simulation = built.build(experiment, list)) {
                simulation.pause();
                CompletableFuture<Void> run = start(simulation);
                await(simulation, Phase.PAUSED);
                assertEquals(0, simulation.state().step());
                long expected = 0;
                for (long steps : new long[] {1, 1, 47, 3, 300}) { // over the end of the warm-up at step 50
                    expected += steps;
                    simulation.step(steps);
                    awaitStep(simulation, expected);
                }
                simulation.step(5);
                simulation.step(6);
                awaitStep(simulation, expected + 11);
                simulation.stop();
                run.join();
                assertEquals(expected + 11, simulation.summary().endStep());
                assertTrue(simulation.summary().partial());
            }
        }
    }

    private static void awaitStep(Simulation simulation, long step) {
        while (simulation.state().step() < step) {
            LockSupport.parkNanos(50_000);
        }
        await(simulation, Phase.PAUSED);
        assertEquals(step, simulation.state().step());
    }

    /** Changes from several threads at once while the run is under way, paused, and stepping. */
    @Test
    void aRunThatIsChangedIsRepeatedByWhatItSaysThatItRan() throws Exception {
        for (Built built : BOTH) {
            Experiment experiment = StimulusCircuit.of(SETTINGS);
            SpikeList list = new SpikeList();
            Experiment changed;
            Outcome outcome;
            try (Simulation simulation = built.build(experiment, list)) {
                simulation.change("drive", "amplitude", 300);
                CompletableFuture<Void> run = start(simulation);
                Thread other = new Thread(() -> simulation.change("noise", "mean", 400));
                other.start();
                simulation.change("gamma", "rate", 15);
                other.join();
                LockSupport.parkNanos(1_000_000);
                simulation.pause();
                simulation.change("sine", "rate", 7000);
                await(simulation, Phase.PAUSED);
                long at = simulation.state().step();
                simulation.change("mother", "rate", 20);
                simulation.step(30);
                simulation.change("common", "rate", 150);
                awaitStep(simulation, at + 30);
                simulation.resume();
                run.join();
                changed = simulation.experiment();
                outcome = Outcome.of(simulation, list);
                Change mother = changed.changes().stream()
                        .filter(c -> c.stimulus().equals("mother"))
                        .findFirst()
                        .orElseThrow();
                assertEquals(at, mother.step(SETTINGS.dtMs()));
                assertThrows(IllegalStateException.class, () -> simulation.change("drive", "amplitude", 1));
            }
            assertEquals(6, changed.changes().size());
            plain(changed).assertSame(outcome, "a run by what was changed before");
            assertTrue(plain(experiment).stateHash() != outcome.stateHash());
        }
    }

    @Test
    void whatCannotBeChangedIsRefusedWithTheReason() throws Exception {
        try (Simulation simulation = ActorSimulation.build(StimulusCircuit.of(SETTINGS), Recording.NONE)) {
            assertRefused(simulation, "driv", "amplitude", 1, "did you mean \"drive\"");
            assertRefused(simulation, "drive", "rate", 1, "allowed: amplitude");
            assertRefused(simulation, "sine", "rate", -1, "at least 0 Hz");
            assertRefused(simulation, "gamma", "rate", 1e6, "planned for fewer");
            assertEquals(List.of(), simulation.experiment().changes());
        }
    }

    private static void assertRefused(
            Simulation simulation, String stimulus, String parameter, double value, String reason) {
        String message = assertThrows(
                        InvalidNetworkException.class, () -> simulation.change(stimulus, parameter, value))
                .getMessage();
        assertTrue(message.contains(reason), message);
    }
}
