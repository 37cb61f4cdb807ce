package org.ganglion.benchmarks.asynchrony;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsynchronyTest {
    private static final int AREAS = 3;
    private static final double FAR_MS = 2; // between areas; one step inside
    private static final int WINDOW = 20; // the same in steps
    private static final int STEPS = 400;
    private static final Holds HOLDS = new Holds(1, WINDOW, 0.5);

    /** Areas with short delays inside and long ones between, which excite and inhibit each other. */
    private static Experiment areas(boolean barrier) {
        NetworkBuilder network = NetworkBuilder.named("areas");
        for (int a = 0; a < AREAS; a++) {
            network.population("area" + a, 50, "iaf_psc_delta");
        }
        for (int a = 0; a < AREAS; a++) {
            for (int b = 0; b < AREAS; b++) {
                network.project(
                        "area" + a,
                        "area" + b,
                        new FixedIndegree(5, true, true),
                        weight(a == b ? 1 : -1),
                        delayMs(a == b ? 0.1 : FAR_MS));
            }
            network.poisson("drive" + a, "area" + a, 20_000, 0.15);
        }
        return network.simulate(RunSettings.DEFAULT
                .withDurationMs(1e6)
                .withGroups(AREAS)
                .withThreads(2)
                .withBarrier(barrier));
    }

    private static long hashOfAPlainRun(long steps) throws IOException, InterruptedException {
        try (PlainSimulation plain = PlainSimulation.build(areas(false), 1, Recording.NONE)) {
            plain.runTo(steps);
            assertTrue(plain.summary().spikes() > 100, "hardly a spike");
            return plain.summary().spikeHash();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lateBatchesAndGroupsThatAreHeldBackChangeNoSpike(boolean barrier) throws IOException, InterruptedException {
        try (LateNetwork network = LateNetwork.build(areas(barrier), HOLDS)) {
            LateNetwork.Stretch undisturbed = network.run(STEPS, Disturbance.NONE);
            LateNetwork.Stretch late = network.run(STEPS, new Disturbance(0.2, 0));
            LateNetwork.Stretch held = network.run(STEPS, new Disturbance(0, 0.5));
            LateNetwork.Stretch both = network.run(STEPS, new Disturbance(0.1, 0.5));

            assertEquals(0, undisturbed.carried() + undisturbed.holds());
            assertTrue(late.carried() >= AREAS * STEPS / WINDOW, () -> "too few batches were late: " + late);
            assertTrue(late.latencyMs() >= 0.2, () -> "batches came too early: " + late);
            assertEquals(0, late.holds());
            assertEquals(0, held.carried());
            assertEquals(drawn(STEPS * 2, STEPS * 3), held.holds());
            assertTrue(both.carried() > 0 && both.holds() > 0, () -> "not both: " + both);
            assertEquals(hashOfAPlainRun(STEPS), undisturbed.spikeHash());
            assertEquals(hashOfAPlainRun(STEPS * 2), late.spikeHash());
            assertEquals(hashOfAPlainRun(STEPS * 3), held.spikeHash());
            assertEquals(hashOfAPlainRun(STEPS * 4), both.spikeHash());
        }
    }

    /** How often groups are held back in some steps, found step by step. */
    private static int drawn(long begin, long end) {
        int count = 0;
        for (int g = 0; g < AREAS; g++) {
            for (long s = begin; s < end; s++) {
                count += HOLDS.next(g, s) == s ? 1 : 0;
            }
        }
        return count;
    }

    /** 20,000 windows: half of them, +-5 standard deviations of 70.7 holds, 0.01 of the mean length. */
    @Test
    void groupsAreHeldInHalfOfTheWindowsForTheMeanTime() {
        Holds holds = new Holds(7, WINDOW, 0.5);
        int count = 0;
        double length = 0;
        for (long s = holds.next(3, 0); s < 20_000L * WINDOW; s = holds.next(3, s + 1)) {
            count++;
            length += holds.length(3, s);
        }
        assertEquals(10_000, count, 5 * 70.7);
        assertEquals(1, length / count, 5 * 0.01);
    }

    @Test
    void aMeasurementHasARowForEachSettingAndItsDisturbancesHappened() throws IOException, InterruptedException {
        try (Asynchrony measurement = new Asynchrony(areas(false), AREAS, FAR_MS, new Lengths(50, 2, 8, 1, 8))) {
            measurement.prepare(1);
            measurement.round();
            assertEquals(1 + 2 * (1 + 7 + 5), measurement.found().size());
            measurement.found().forEach((row, stretches) -> {
                LateNetwork.Stretch only = stretches.getFirst();
                assertEquals(row.disturbance().latencyMs() > 0, only.carried() > 0, row::toString);
                assertEquals(row.disturbance().holdMs() > 0, only.holds() > 0, row::toString);
            });
            assertEquals(1 + 27, measurement.table().size());
        }
    }

    @Test
    void otherSpikesEndTheProgram() throws IOException, InterruptedException {
        try (Reference reference = new Reference(areas(false), STEPS)) {
            long right = hashOfAPlainRun(STEPS);
            reference.require("a run", STEPS, right);
            assertThrows(SimulationException.class, () -> reference.require("a run", STEPS, right + 1));
        }
    }
}
