package org.ganglion.distributed.latency;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How much of a slow link the delays of a network hide, in virtual time: the delay D between the nodes covers D times the
 * real-time factor R of wall time.
 */
class LatencyTest {
    private static final double HOP_MS = 5; // D: from one area to the next on the ring
    private static final double DURATION_MS = 200;
    private static final double DT_MS = 0.1;

    /** R of a node whose thread computes one step of each of some areas in turn. */
    private static double rtf(int areas) {
        return areas * LongCable.STEP_US * 1e-3 / DT_MS;
    }

    /** The latency that the delay between nodes of some areas each can hide at most. */
    private static double hiddenUs(int areas) {
        return HOP_MS * 1000 * rtf(areas);
    }

    /** Areas on a ring as in {@code examples/multi-area.yaml}, half of them on each node, with few neurons, which do nothing. */
    private static NetworkPlan ring(int areasOfANode, boolean barrier) {
        int areas = 2 * areasOfANode;
        NetworkBuilder network = NetworkBuilder.named("ring");
        for (int a = 0; a < areas; a++) {
            network.population("area" + a, 32, "iaf_psc_delta");
        }
        for (int a = 0; a < areas; a++) {
            for (int b = 0; b < areas; b++) {
                int apart = Math.min(Math.floorMod(a - b, areas), Math.floorMod(b - a, areas));
                network.project(
                        "area" + a,
                        "area" + b,
                        new FixedIndegree(1, true, true),
                        weight(0),
                        delayMs(apart == 0 ? DT_MS : HOP_MS * apart));
            }
        }
        RunSettings settings = RunSettings.DEFAULT.withDurationMs(DURATION_MS).withBarrier(barrier);
        NetworkPlan plan = NetworkPlan.of(network.simulate(settings), areas);
        assertEquals(areas, plan.layout().groups());
        return plan;
    }

    private static double wallUs(NetworkPlan plan, double latencyUs, int sentAtOnce) throws IOException {
        long end = plan.experiment().settings().endStep();
        return new LongCable(plan, latencyUs, sentAtOnce).run(end);
    }

    /** How much longer a run takes for a latency, given as a fraction of what can be hidden. */
    private static double slowdown(int areas, double fraction, int sentAtOnce) throws IOException {
        NetworkPlan plan = ring(areas, false);
        return wallUs(plan, fraction * hiddenUs(areas), sentAtOnce) / wallUs(plan, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void withoutLatencyTheNodesComputeAllTheTime(int areas) throws IOException {
        assertEquals(1, wallUs(ring(areas, false), 0, 1) / (1000 * DURATION_MS * rtf(areas)), 0.05);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.2", "1, 0.5", "1, 0.8", "4, 0.2", "4, 0.5", "4, 0.8", "4, 0.9"})
    void theRunTimeIsFlatUntilTheLatencyIsNearlyTheDelay(int areas, double fraction) throws IOException {
        assertEquals(1, slowdown(areas, fraction, 1), 0.1);
    }

    /** The nodes get on by D in the time in which the last spikes of it cross: no protocol is faster than L / D. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void beyondThatTheRunTimeGrowsAsTheLatencyDoes(int areas) throws IOException {
        double slower = slowdown(areas, 2, 1);
        assertTrue(slower > 1.95 && slower < 2.35, () -> "twice the delay makes the run " + slower + " times as long");
    }

    /** With one area a node, L + C / n for C = D R and n pieces is 0.8 C + C: sending in pieces is what the rest rests on. */
    @Test
    void sendingADelayAtOnceHidesNothing() throws IOException {
        int delaySteps = (int) Math.round(HOP_MS / DT_MS);
        assertEquals(1.8, slowdown(1, 0.8, delaySteps), 0.1);
    }

    /** All wait for all in every step: each costs the latency and more. */
    @Test
    void aBarrierFeelsAnyLatency() throws IOException {
        double latencyUs = 0.1 * hiddenUs(4);
        double stepUs = wallUs(ring(4, true), latencyUs, 1) / (DURATION_MS / DT_MS);
        assertTrue(stepUs >= latencyUs + 4 * LongCable.STEP_US, () -> "a step takes " + stepUs + " us");
    }
}
