package org.ganglion.simulator.actor;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.simulator.Outcome;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.Runaway;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.SpikeList;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A population that fires too fast ends the run, at the same step on any groups. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunawayTest {
    private static final RunSettings SETTINGS =
            RunSettings.DEFAULT.withSeed(3).withWarmUpMs(50).withDurationMs(1000);

    /** 60 neurons that fire every 1.5 to 2.2 ms from 260 ms on, beside others that are driven weakly and read them. */
    private static Experiment excited(RunSettings settings) {
        return NetworkBuilder.named("excited")
                .population("fast", 60, "iaf_psc_exp", p -> p.set("t_ref", 1.5))
                .population("slow", 100, "iaf_psc_exp")
                .project("fast", "slow", new FixedIndegree(5, true, true), weight(1), delayMs(1.5))
                .project("slow", "fast", new FixedIndegree(5, true, true), weight(1), delayMs(1.5))
                .direct("push", "fast", 0)
                .poisson("noise", "slow", 8000, 80)
                .change(260, "push", "amplitude", 20_000)
                .recordSpikes("fast")
                .recordSpikes("slow")
                .simulate(settings);
    }

    private record Ended(Outcome outcome, Optional<Runaway> runaway, RunSummary summary) {}

    private static Ended run(Simulation simulation, SpikeList list) throws Exception {
        try (simulation) {
            simulation.runTo(SETTINGS.endStep());
            return new Ended(Outcome.of(simulation, list), simulation.runaway(), simulation.summary());
        }
    }

    /** Windows end at 300 and 400 ms; the last 40 ms of the first one are fast, which is too little, and the run goes on 102.4 ms. */
    @Test
    void theRunEndsAtOneStepOnAnyGroupsAndSaysWhy() throws Exception {
        SpikeList list = new SpikeList();
        Ended expected = run(PlainSimulation.build(excited(SETTINGS), 1, list), list);
        Runaway why = expected.runaway().orElseThrow();
        assertEquals("fast", why.population());
        assertTrue(why.rateHz() > 1000 / 2.2 && why.rateHz() < 1000 / 1.5, why.toString());
        assertEquals(300, why.fromMs());
        assertEquals(400, why.toMs());
        assertEquals(4000 + 1024, why.endStep());
        assertEquals(why.endStep(), expected.outcome().endStep());
        assertTrue(expected.summary().partial());
        assertTrue(why.text().startsWith("populations.fast: "), why.text());
        for (int groups : new int[] {2, 3, 7}) {
            list = new SpikeList();
            Ended plain = run(PlainSimulation.build(excited(SETTINGS), groups, list), list);
            expected.outcome().assertSame(plain.outcome(), groups + " groups");
            assertEquals(expected.runaway(), plain.runaway());
            list = new SpikeList();
            Experiment onActors = excited(SETTINGS.withGroups(groups).withThreads(2));
            Ended actors = run(ActorSimulation.build(onActors, list), list);
            expected.outcome().assertSame(actors.outcome(), groups + " actors");
            assertEquals(expected.runaway(), actors.runaway());
        }
    }

    @Test
    void aHigherBoundOrNoneLetsItRun() throws Exception {
        for (double bound : new double[] {1000, Double.POSITIVE_INFINITY}) {
            SpikeList list = new SpikeList();
            Ended ended = run(
                    ActorSimulation.build(excited(SETTINGS.withMaxRateHz(bound).withGroups(2)), list), list);
            assertEquals(SETTINGS.endStep(), ended.outcome().endStep());
            assertEquals(Optional.empty(), ended.runaway());
            assertFalse(ended.summary().partial());
        }
    }

    /** Few neurons may fire as they like, and relays pass on whatever somebody asked for. */
    @Test
    void fewNeuronsAndRelaysAreLeftOut() throws Exception {
        Experiment experiment = NetworkBuilder.named("left out")
                .population("few", 49, "iaf_psc_exp", p -> p.set("t_ref", 1.5))
                .population("relays", 100, "parrot_neuron")
                .direct("push", "few", 20_000)
                .poisson("input", "relays", 5000, 1)
                .recordSpikes("few")
                .simulate(SETTINGS);
        SpikeList list = new SpikeList();
        Ended ended = run(PlainSimulation.build(experiment, 2, list), list);
        assertEquals(Optional.empty(), ended.runaway());
        assertTrue(ended.summary().populations().stream().allMatch(p -> p.rateHz() > 300));
    }
}
