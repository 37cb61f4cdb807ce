package org.ganglion.simulator.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.random.Normal;
import org.ganglion.simulator.ConductanceCircuit;
import org.ganglion.simulator.Outcome;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.SpikeList;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** Models with conductances give the same spikes and state bits however their network is cut. */
class ConductanceCircuitTest {
    private static final RunSettings SETTINGS =
            RunSettings.DEFAULT.withSeed(7).withWarmUpMs(10).withDurationMs(90);

    @Test
    void theCircuitIsTheSameOnAnyGroupsInAnyOrder() throws Exception {
        Experiment experiment = ConductanceCircuit.of(SETTINGS);
        Outcome expected = ShuffledDriver.plain(experiment, 1);
        for (int groups : new int[] {2, 3, 7}) {
            assertEquals(groups, NetworkPlan.of(experiment, groups).layout().groups());
            expected.assertSame(ShuffledDriver.plain(experiment, groups), groups + " groups");
            expected.assertSame(ShuffledDriver.run(experiment, groups, groups), groups + " shuffled groups");
        }
    }

    /** The distance between reversal potentials is rounded as the resting potential of each neuron has it. */
    @Test
    void drawnRestingPotentialsAreTheSameOnAnyGroups() throws Exception {
        Experiment experiment = NetworkBuilder.named("rest")
                .population("E", 1024, "iaf_cond_alpha", p -> p.set("E_L", new Normal(-62, 3))
                        .set("V_th", 100)
                        .set("V_reset", -75)
                        .set("tau_syn_ex", 0.4)
                        .set("tau_syn_in", 3)
                        .set("E_ex", 3.3)
                        .set("E_in", -80)
                        .set("g_L", 2))
                .poisson("ex", "E", 8000, 4)
                .poisson("in", "E", 4000, -2)
                .simulate(SETTINGS);
        Outcome expected = ShuffledDriver.plain(experiment, 1);
        for (int groups : new int[] {2, 4, 7}) {
            expected.assertSame(ShuffledDriver.plain(experiment, groups), groups + " groups");
        }
    }

    /** Otherwise the circuit would not say much. */
    @Test
    void everyPopulationFiresAndSomeNeuronsTwiceInAStep() throws Exception {
        Experiment experiment = ConductanceCircuit.of(SETTINGS);
        for (PopulationSummary p :
                ShuffledDriver.summary(experiment, 1, new SpikeList()).populations()) {
            assertTrue(p.spikes() > p.neurons() / 2, p.toString());
        }
        long[] spikes = ShuffledDriver.plain(experiment, 1).spikes();
        Set<Long> different = new HashSet<>();
        for (long spike : spikes) {
            different.add(spike);
        }
        assertTrue(spikes.length - different.size() > 100, "few neurons fire twice in a step");
    }

    @Test
    void aNeuronThatFiresTooOftenInAStepEndsTheRunWithARemedy() {
        Experiment experiment = NetworkBuilder.named("mad")
                .population("mad", 3, "aeif_cond_exp", p -> p.set("C_m", 1).set("b", 0))
                .stimulate(new Stimulus.Current("drive", "mad", Selection.ALL, List.of(0.0), List.of(5000.0)))
                .simulate(SETTINGS);
        SimulationException thrown = assertThrows(SimulationException.class, () -> ShuffledDriver.plain(experiment, 1));
        String message = String.valueOf(thrown.getMessage());
        assertTrue(message.startsWith("mad: neuron 0 fires more than 8 times in step "), message);
        assertTrue(message.endsWith("give it a refractory period t_ref, or lower its input or simulation.dt"), message);
    }
}
