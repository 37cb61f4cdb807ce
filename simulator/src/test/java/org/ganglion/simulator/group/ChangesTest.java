package org.ganglion.simulator.group;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.simulator.Outcome;
import org.ganglion.simulator.StimulusCircuit;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** Stimuli that change while a network runs: what a change means, and that it means the same everywhere. */
class ChangesTest {
    private static final RunSettings SETTINGS =
            RunSettings.DEFAULT.withSeed(5).withWarmUpMs(10).withDurationMs(140);
    private static final double EVER = Double.POSITIVE_INFINITY;

    private static long[] relayed(RunSettings settings, Stimulus stimulus, Change... changes) throws Exception {
        Experiment experiment = NetworkBuilder.named("relays")
                .population("relays", 100, "parrot_neuron")
                .stimulate(stimulus)
                .recordSpikes("relays")
                .simulate(settings.withWarmUpMs(0));
        return ShuffledDriver.plain(new Experiment(experiment.network(), experiment.settings(), List.of(changes)), 2)
                .spikes();
    }

    private static long[] inSteps(long[] spikes, LongPredicate steps) {
        return Arrays.stream(spikes).filter(s -> steps.test(s >>> 32)).toArray();
    }

    @Test
    void circuitWhoseStimuliChangeIsTheSameOnAnyGroupsInAnyOrder() throws Exception {
        Experiment experiment = StimulusCircuit.changed(SETTINGS);
        Outcome expected = ShuffledDriver.plain(experiment, 1);
        assertTrue(expected.spikes().length > 1000, "too few spikes: " + expected.spikes().length);
        for (int groups : new int[] {2, 3, 7}) {
            expected.assertSame(ShuffledDriver.plain(experiment, groups), groups + " groups");
            expected.assertSame(ShuffledDriver.run(experiment, groups, groups), groups + " shuffled groups");
        }
    }

    @Test
    void everyChangeOfTheCircuitMatters() throws Exception {
        Experiment whole = StimulusCircuit.changed(SETTINGS);
        long expected = ShuffledDriver.plain(whole, 1).stateHash();
        for (int c = 0; c < whole.changes().size(); c++) {
            List<Change> without = new ArrayList<>(whole.changes());
            Change left = without.remove(c);
            boolean replaced =
                    left.stimulus().equals("drive") && left.value() == 450; // by another one at the same time
            long hash = ShuffledDriver.plain(new Experiment(whole.network(), whole.settings(), without), 1)
                    .stateHash();
            if (replaced) {
                assertEquals(expected, hash, left.toString());
            } else {
                assertNotEquals(expected, hash, left.toString());
            }
        }
    }

    /** A step's spikes follow from the rate in this step alone, so both halves can be had from runs without a change. */
    @Test
    void spikesAreThoseOfTheOneRateBeforeAndOfTheOtherFromTheStepOn() throws Exception {
        for (double after : new double[] {900, 0}) {
            long[] first = relayed(SETTINGS, poisson(200));
            long[] second = relayed(SETTINGS, poisson(after));
            long[] changed = relayed(SETTINGS, poisson(200), new Change(61.7, "ext", "rate", after));
            assertArrayEquals(inSteps(first, s -> s < 617), inSteps(changed, s -> s < 617));
            assertArrayEquals(inSteps(second, s -> s >= 617), inSteps(changed, s -> s >= 617));
            assertTrue(inSteps(changed, s -> s < 617).length > 0);
        }
        long[] woken = relayed(SETTINGS, poisson(0), new Change(61.7, "ext", "rate", 200));
        assertArrayEquals(inSteps(relayed(SETTINGS, poisson(200)), s -> s >= 617), woken);
    }

    private static Stimulus poisson(double rateHz) {
        return new Stimulus.Poisson("ext", "relays", Selection.ALL, rateHz, 1, 0, EVER);
    }

    @Test
    void aDirectCurrentThatChangesIsAStepCurrent() throws Exception {
        Stimulus direct = Stimulus.Current.direct("dc", "cells", Selection.ALL, 300, 20, 120);
        Stimulus steps = new Stimulus.Current(
                "dc", "cells", Selection.ALL, List.of(20.0, 50.0, 70.3, 120.0), List.of(300.0, 500.0, 450.0, 0.0));
        Outcome expected = ShuffledDriver.plain(driven(steps), 1);
        Experiment changed = driven(direct)
                .with(new Change(70.3, "dc", "amplitude", 450))
                .with(new Change(50, "dc", "amplitude", 500));
        expected.assertSame(ShuffledDriver.plain(changed, 3), "changed currents");
        assertNotEquals(
                expected.stateHash(), ShuffledDriver.plain(driven(direct), 1).stateHash());
    }

    private static Experiment driven(Stimulus stimulus) {
        return NetworkBuilder.named("driven")
                .population("cells", 70, "iaf_psc_exp")
                .stimulate(stimulus)
                .recordSpikes("cells")
                .simulate(SETTINGS);
    }

    /** What relays can emit at once decides the units of the sums behind them, so the largest rate must be planned for. */
    @Test
    void relaysArePlannedForTheLargestRate() {
        Experiment quiet = relay(10);
        Experiment loud = relay(1e7);
        assertEquals(unitBehind(loud), unitBehind(quiet.with(new Change(50, "ext", "rate", 1e7))));
        assertNotEquals(unitBehind(quiet), unitBehind(loud));
    }

    private static Experiment relay(double rateHz) {
        return NetworkBuilder.named("relays")
                .population("relays", 100, "parrot_neuron")
                .population("cells", 10, "iaf_psc_exp")
                .project("relays", "cells", new FixedIndegree(10, true, true), weight(20), delayMs(1))
                .stimulate(poisson(rateHz))
                .simulate(SETTINGS);
    }

    private static double unitBehind(Experiment experiment) {
        return NetworkPlan.of(experiment, 1)
                .populations()
                .getLast()
                .receptors()
                .getFirst()
                .unit();
    }
}
