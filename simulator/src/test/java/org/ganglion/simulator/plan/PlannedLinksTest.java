package org.ganglion.simulator.plan;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.connect.PairwiseBernoulli;
import org.ganglion.network.space.GridPositions;
import org.ganglion.simulator.Circuits;
import org.ganglion.simulator.MixedCircuit;
import org.ganglion.simulator.PlasticCircuit;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.SpatialCircuit;
import org.ganglion.simulator.SpatialCircuit.OfDistance;
import org.ganglion.simulator.SynapseCircuit;
import org.ganglion.simulator.group.BuiltNetwork;
import org.ganglion.simulator.group.NeuronGroup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How groups are linked by what is planned alone. */
class PlannedLinksTest {
    private static final int GROUPS = 2;
    private static final RunSettings BRIEF = new RunSettings(0.1, 10, 0, 1, 3, 1, false);
    private static final RunSettings BARRIER = new RunSettings(0.1, 100, 0, 1, GROUPS, 1, true);

    /** Two populations on a sheet; synapses among the first, and none by a projection whose delays depend on distance. */
    private static Experiment withAnEmptyProjection(boolean barrier, boolean last) {
        OfDistance slow = new OfDistance("slow", d -> 0.3 + 4 * d);
        NetworkBuilder builder = NetworkBuilder.named("sheet")
                .population("E", 400, "iaf_psc_exp", p -> p.at(GridPositions.of(20, 20)))
                .population("I", 100, "iaf_psc_exp", p -> p.at(GridPositions.of(10, 10)));
        PairwiseBernoulli never = new PairwiseBernoulli(0, true);
        builder = last ? builder : builder.project("I", "I", never, weight(1), delayMs(slow));
        builder = builder.project("E", "E", new FixedIndegree(10, true, true), weight(1), delayMs(1.5));
        builder = last ? builder.project("I", "I", never, weight(1), delayMs(slow)) : builder;
        return builder.simulate(barrier ? BARRIER : RunSettings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProjectionWithoutSynapsesNeitherCutsALinkNorShortensIt(boolean last) {
        PlannedLinks links = PlannedLinks.of(NetworkPlan.of(withAnEmptyProjection(false, last), GROUPS));
        assertArrayEquals(new int[] {0, 15}, links.delaysIn(0));
        assertArrayEquals(new int[] {15, 0}, links.delaysIn(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void norDoesItWithABarrier(boolean last) {
        NetworkPlan plan = NetworkPlan.of(withAnEmptyProjection(true, last), GROUPS);
        assertEquals(15, plan.minDelay());
        assertArrayEquals(new int[] {15, 0}, PlannedLinks.of(plan).delaysIn(1));
    }

    static Stream<Experiment> circuits() {
        return Stream.of(
                Circuits.areas(3, 80, BRIEF),
                Circuits.corticalMicrocircuit(0.01, BRIEF),
                MixedCircuit.of(BRIEF),
                PlasticCircuit.of(BRIEF),
                SpatialCircuit.of(BRIEF),
                SynapseCircuit.of(BRIEF),
                withAnEmptyProjection(false, true));
    }

    /** A link that is missing, or promises more slack than a synapse has, loses spikes. */
    @ParameterizedTest
    @MethodSource("circuits")
    void noSynapseHasASmallerDelayThanWasPlanned(Experiment experiment) throws Exception {
        BuiltNetwork built = BuiltNetwork.build(experiment, BRIEF.groups(), 1, Recording.NONE);
        PlannedLinks planned = PlannedLinks.of(NetworkPlan.of(experiment, BRIEF.groups()));
        int[] groupOf = built.layout().groupOfNeurons();
        for (NeuronGroup group : built.groups()) {
            int[] delays = group.delaysFrom(BRIEF.groups(), neuron -> groupOf[neuron]);
            for (int sender = 0; sender < delays.length; sender++) {
                int slack = planned.delaysIn(group.number())[sender];
                assertTrue(
                        delays[sender] == 0 || (slack > 0 && slack <= delays[sender]),
                        "from group " + sender + " to " + group.number() + ": " + slack + " instead of "
                                + delays[sender]);
            }
        }
    }
}
