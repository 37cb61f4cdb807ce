package org.ganglion.simulator.group;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.ganglion.network.Experiment;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.synapse.SynapseModels;
import org.ganglion.network.wiring.SynapticValue;
import org.ganglion.simulator.Circuits;
import org.ganglion.simulator.MixedCircuit;
import org.ganglion.simulator.Outcome;
import org.ganglion.simulator.PlasticCircuit;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.SpatialCircuit;
import org.ganglion.simulator.SpikeList;
import org.ganglion.simulator.SpikingModelsCircuit;
import org.ganglion.simulator.StimulusCircuit;
import org.ganglion.simulator.SynapseCircuit;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** The same spikes and state bits however a network is cut, and in whatever order batches arrive. */
class SameSpikesTest {
    private static final RunSettings SETTINGS = RunSettings.DEFAULT.withSeed(7).withWarmUpMs(10);
    private static final int[] GROUPS = {2, 3, 7};

    private static void assertSameEverywhere(Experiment experiment) throws IOException, InterruptedException {
        Outcome expected = ShuffledDriver.plain(experiment, 1);
        assertTrue(expected.spikes().length > 1000, "too few spikes: " + expected.spikes().length);
        for (int groups : GROUPS) {
            assertEquals(groups, NetworkPlan.of(experiment, groups).layout().groups());
            expected.assertSame(ShuffledDriver.plain(experiment, groups), groups + " groups");
            expected.assertSame(ShuffledDriver.run(experiment, groups, groups), groups + " shuffled groups");
        }
    }

    @Test
    void brunelIsTheSameOnAnyGroupsInAnyOrder() throws Exception {
        assertSameEverywhere(Circuits.brunel(2500, SETTINGS.withDurationMs(190)));
    }

    @Test
    void corticalMicrocircuitIsTheSameOnAnyGroupsInAnyOrder() throws Exception {
        assertSameEverywhere(Circuits.corticalMicrocircuit(0.05, SETTINGS.withDurationMs(290)));
    }

    @Test
    void mixedCircuitIsTheSameOnAnyGroupsInAnyOrder() throws Exception {
        assertSameEverywhere(MixedCircuit.of(SETTINGS.withDurationMs(190)));
    }

    @Test
    void spatialCircuitIsTheSameOnAnyGroupsInAnyOrder() throws Exception {
        assertSameEverywhere(SpatialCircuit.of(SETTINGS.withDurationMs(190)));
    }

    @Test
    void plasticCircuitIsTheSameOnAnyGroupsInAnyOrder() throws Exception {
        assertSameEverywhere(PlasticCircuit.of(SETTINGS.withDurationMs(290)));
    }

    @Test
    void circuitOfSpikingModelsIsTheSameOnAnyGroupsInAnyOrder() throws Exception {
        Experiment experiment = SpikingModelsCircuit.of(SETTINGS.withDurationMs(190));
        assertSameEverywhere(experiment);
    }

    @Test
    void everySynapseModelIsTheSameOnAnyGroupsInAnyOrder() throws Exception {
        assertSameEverywhere(SynapseCircuit.of(SETTINGS.withDurationMs(290)));
    }

    /** Otherwise the circuit would not say much. */
    @Test
    void everySynapseModelActsInTheirCircuit() throws Exception {
        Experiment experiment = SynapseCircuit.of(SETTINGS.withDurationMs(290));
        BuiltNetwork built = BuiltNetwork.build(experiment, 2, 1, new SpikeList());
        new ShuffledDriver(built.groups(), 1, UnaryOperator.identity())
                .runTo(experiment.settings().endStep());
        Set<String> models = new HashSet<>();
        for (NeuronGroup group : built.groups()) {
            for (PlasticPart part : group.plastic()) {
                var projection = experiment.network().projections().get(part.projection());
                Set<Double> carried = new HashSet<>();
                for (int i = 0; i < part.synapses().neurons(); i++) {
                    for (double c : part.synapses().carried(i)) {
                        carried.add(c);
                    }
                }
                if (carried.size() > 20
                        || projection.synapse().plasticity(0.1).orElseThrow().random()) {
                    models.add(projection.synapse().model().name());
                }
            }
        }
        models.add("static_synapse");
        models.add("stdp_synapse");
        assertEquals(Set.copyOf(SynapseModels.names()), models);
        for (PopulationSummary p :
                ShuffledDriver.summary(experiment, 1, new SpikeList()).populations()) {
            assertTrue(p.rateHz() > 1 && p.rateHz() < 300, p.toString());
        }
    }

    @Test
    void stimulatedCircuitIsTheSameOnAnyGroupsInAnyOrder() throws Exception {
        assertSameEverywhere(StimulusCircuit.of(SETTINGS.withDurationMs(190)));
    }

    /** Otherwise the stimulated circuit would not say much: each stimulus alone decides spikes or states. */
    @Test
    void everyStimulusOfTheStimulatedCircuitMatters() throws Exception {
        Experiment whole = StimulusCircuit.of(SETTINGS.withDurationMs(190));
        Outcome expected = ShuffledDriver.plain(whole, 1);
        var network = whole.network();
        for (int s = 0; s < network.stimuli().size(); s++) {
            var stimuli = new ArrayList<>(network.stimuli());
            String name = stimuli.get(s).name();
            // In its place, so that the others keep their numbers, by which draws are keyed.
            stimuli.set(s, org.ganglion.network.Stimulus.Current.direct(name, "delta", Selection.ALL, 0, 0, 1));
            var without = new org.ganglion.network.Network(
                    network.name(), network.populations(), network.projections(), stimuli, network.recorders());
            Outcome outcome = ShuffledDriver.plain(new Experiment(without, whole.settings()), 1);
            assertNotEquals(expected.stateHash(), outcome.stateHash(), "without " + name);
        }
        for (PopulationSummary p :
                ShuffledDriver.summary(whole, 1, new SpikeList()).populations()) {
            assertTrue(p.rateHz() > 5 && p.rateHz() < 300, p.toString());
        }
    }

    /** Otherwise the plastic circuit would not say much. */
    @Test
    void weightsOfThePlasticCircuitMoveAndSpikesDependOnThem() throws Exception {
        Experiment experiment = PlasticCircuit.of(SETTINGS.withDurationMs(290));
        SpikeList list = new SpikeList();
        BuiltNetwork built = BuiltNetwork.build(experiment, 2, 1, list);
        new ShuffledDriver(built.groups(), 1, UnaryOperator.identity())
                .runTo(experiment.settings().endStep());
        Set<Integer> moved = new HashSet<>();
        for (NeuronGroup group : built.groups()) {
            for (PlasticPart part : group.plastic()) {
                var projection = experiment.network().projections().get(part.projection());
                double largest = projection.synapse().values().number("Wmax");
                for (int i = 0; i < part.synapses().neurons(); i++) {
                    for (double weight : part.synapses().weights(i)) {
                        assertTrue(weight / largest >= 0 && weight / largest <= 1, projection.name() + " " + weight);
                        var first = (SynapticValue.Drawn) projection.weight();
                        double begin = first.distribution().smallest();
                        if (first.isConstant() && Math.abs(weight - begin) > 0.01 * Math.abs(largest)) {
                            moved.add(part.projection());
                        }
                    }
                }
            }
        }
        assertEquals(4, moved.size(), "projections with constant initial weights that moved: " + moved);
        for (PopulationSummary p :
                ShuffledDriver.summary(experiment, 1, new SpikeList()).populations()) {
            assertTrue(p.rateHz() > 1 && p.rateHz() < 300, p.toString());
        }
    }

    @Test
    void chainWithoutAWayBackIsTheSameOnAnyGroupsInAnyOrder() throws Exception {
        Experiment experiment = MixedCircuit.chain(SETTINGS.withDurationMs(900));
        Outcome expected = ShuffledDriver.plain(experiment, 1);
        assertTrue(expected.spikes().length > 1000, "too few spikes: " + expected.spikes().length);
        for (int groups : new int[] {2, 3}) {
            expected.assertSame(ShuffledDriver.plain(experiment, groups), groups + " groups");
            expected.assertSame(ShuffledDriver.run(experiment, groups, 5), groups + " shuffled groups");
        }
    }

    /** Two groups hold two areas each, four one each, eight half an area each; three share all of them. */
    @Test
    void areasAreTheSameOnAnyGroupsInAnyOrder() throws Exception {
        Experiment experiment = Circuits.areas(4, 400, SETTINGS.withDurationMs(190));
        Outcome expected = ShuffledDriver.plain(experiment, 1);
        assertTrue(expected.spikes().length > 1000, "too few spikes: " + expected.spikes().length);
        for (int groups : new int[] {2, 3, 4, 8}) {
            assertEquals(groups, NetworkPlan.of(experiment, groups).layout().groups());
            expected.assertSame(ShuffledDriver.plain(experiment, groups), groups + " groups");
            expected.assertSame(ShuffledDriver.run(experiment, groups, groups), groups + " shuffled groups");
        }
    }

    @Test
    void everyGroupHasNeurons() {
        for (Experiment experiment : List.of(
                Circuits.brunel(2500, SETTINGS),
                Circuits.corticalMicrocircuit(0.05, SETTINGS),
                Circuits.areas(4, 400, SETTINGS),
                MixedCircuit.of(SETTINGS))) {
            for (int groups : GROUPS) {
                NetworkPlan plan = NetworkPlan.of(experiment, groups);
                assertEquals(groups, plan.layout().groups());
                for (int g = 0; g < groups; g++) {
                    int neurons = 0;
                    for (int p = 0; p < plan.layout().populations(); p++) {
                        neurons += plan.layout().sliceSize(p, g);
                    }
                    assertTrue(neurons > 0, "group " + g + " of " + groups);
                }
            }
        }
    }

    /** Otherwise the mixed circuit would not say much. */
    @Test
    void mixedCircuitHasEveryPackingAndSpikesEverywhere() throws Exception {
        Experiment experiment = MixedCircuit.of(SETTINGS.withDurationMs(190));
        Set<Class<?>> packings = new HashSet<>();
        boolean twoBranches = false;
        for (var projection : NetworkPlan.of(experiment, 1).projections()) {
            projection.branches().forEach(b -> packings.add(b.packing().getClass()));
            twoBranches |= projection.branches().size() == 2;
        }
        assertEquals(4, packings.size(), packings.toString());
        assertTrue(twoBranches, "no projection has weights of both signs onto two receptors");
        assertTrue(NetworkPlan.of(experiment, 1).maxDelay() > 300);
        for (PopulationSummary p :
                ShuffledDriver.summary(experiment, 1, new SpikeList()).populations()) {
            assertTrue(p.spikes() > p.neurons() / 2, p.toString());
            assertTrue(p.rateHz() < 500 || p.name().matches("fibres|relays"), p.toString());
        }
        long[] spikes = ShuffledDriver.plain(experiment, 1).spikes();
        int repeated = 0;
        for (int i = 1; i < spikes.length; i++) {
            repeated += spikes[i] == spikes[i - 1] ? 1 : 0;
        }
        assertTrue(repeated > 100, "multiplicities are rare: " + repeated);
    }

    @Test
    void smallTilesAreTheSameAsOneTile() throws Exception {
        for (Experiment experiment : List.of(
                MixedCircuit.of(SETTINGS.withDurationMs(50)),
                PlasticCircuit.of(SETTINGS.withDurationMs(150)),
                SynapseCircuit.of(SETTINGS.withDurationMs(200)),
                Circuits.corticalMicrocircuit(0.02, SETTINGS.withDurationMs(20)))) {
            Outcome expected = ShuffledDriver.plain(experiment, 1);
            for (int tileSize : new int[] {64, 192}) {
                for (int groups : new int[] {1, 3}) {
                    SpikeList list = new SpikeList();
                    BuiltNetwork built = inTiles(experiment, groups, tileSize, list);
                    new ShuffledDriver(built.groups(), 3, UnaryOperator.identity())
                            .runTo(experiment.settings().endStep());
                    Outcome outcome =
                            ShuffledDriver.outcome(built, experiment.settings().endStep(), list);
                    expected.assertSame(outcome, groups + " groups in tiles of " + tileSize);
                }
            }
        }
    }

    static BuiltNetwork inTiles(Experiment experiment, int groups, int tileSize, SpikeList list)
            throws IOException, InterruptedException {
        BuiltNetwork whole = BuiltNetwork.build(experiment, groups, 1, new SpikeList());
        NetworkPlan plan = NetworkPlan.of(experiment, groups);
        List<NeuronGroup> built = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            built.add(GroupBuilder.build(plan, g, list, tileSize));
        }
        link(plan, built, 0);
        return new BuiltNetwork(experiment, plan.layout(), whole.rounding(), built, 0);
    }

    /** Links groups as {@link BuiltNetwork} does, with every delay wrong by so many steps. */
    private static void link(NetworkPlan plan, List<NeuronGroup> groups, int wrongBy) {
        int n = groups.size();
        int[] groupOf = plan.layout().groupOfNeurons();
        int[][] delays = new int[n][];
        for (int g = 0; g < n; g++) {
            delays[g] = groups.get(g).delaysFrom(n, neuron -> groupOf[neuron]);
            for (int s = 0; s < n; s++) {
                delays[g][s] += delays[g][s] > 0 ? wrongBy : 0;
            }
        }
        for (int g = 0; g < n; g++) {
            int[] readers = new int[n];
            for (int r = 0; r < n; r++) {
                readers[r] = delays[r][g];
            }
            groups.get(g).link(delays[g], readers);
        }
    }

    @Test
    void aHorizonOneStepTooFarIsSeen() throws Exception {
        Experiment experiment = Circuits.brunel(2500, SETTINGS.withDurationMs(90));
        Outcome expected = ShuffledDriver.plain(experiment, 1);
        for (int wrongBy : new int[] {0, 1}) {
            SpikeList list = new SpikeList();
            BuiltNetwork built = BuiltNetwork.build(experiment, 3, 1, list);
            link(NetworkPlan.of(experiment, 3), built.groups(), wrongBy);
            new ShuffledDriver(built.groups(), 3, UnaryOperator.identity())
                    .runTo(experiment.settings().endStep());
            Outcome outcome =
                    ShuffledDriver.outcome(built, experiment.settings().endStep(), list);
            if (wrongBy == 0) {
                expected.assertSame(outcome, "the right horizon");
            } else {
                assertNotEquals(expected.spikeHash(), outcome.spikeHash());
            }
        }
    }

    @Test
    void aLostBatchStopsTheRun() throws Exception {
        Experiment experiment = MixedCircuit.of(SETTINGS.withDurationMs(190));
        BuiltNetwork built = BuiltNetwork.build(experiment, 3, 1, new SpikeList());
        AtomicInteger sent = new AtomicInteger();
        ShuffledDriver driver =
                new ShuffledDriver(built.groups(), 1, b -> sent.incrementAndGet() == 500 ? ShuffledDriver.LOST : b);
        assertThrows(
                ShuffledDriver.Stuck.class,
                () -> driver.runTo(experiment.settings().endStep()));
    }

    @Test
    void aBatchThatLostItsSpikesIsSeen() throws Exception {
        Experiment experiment = MixedCircuit.of(SETTINGS.withDurationMs(190));
        Outcome expected = ShuffledDriver.plain(experiment, 1);
        SpikeList list = new SpikeList();
        BuiltNetwork built = BuiltNetwork.build(experiment, 3, 1, list);
        AtomicInteger sent = new AtomicInteger();
        UnaryOperator<SpikeBatch> thief = b -> b.neurons().length > 5 && sent.incrementAndGet() == 100
                ? new SpikeBatch(b.sender(), b.firstStep(), new int[b.ends().length], new int[0])
                : b;
        new ShuffledDriver(built.groups(), 1, thief).runTo(experiment.settings().endStep());
        Outcome outcome = ShuffledDriver.outcome(built, experiment.settings().endStep(), list);
        assertNotEquals(expected.spikeHash(), outcome.spikeHash());
    }

    @Test
    void aSecondRunIsTheSameAndAnotherSeedIsNot() throws Exception {
        Experiment experiment = MixedCircuit.of(SETTINGS.withDurationMs(90));
        Outcome first = ShuffledDriver.plain(experiment, 2);
        first.assertSame(ShuffledDriver.plain(experiment, 2), "the second run");
        Outcome other =
                ShuffledDriver.plain(MixedCircuit.of(SETTINGS.withSeed(8).withDurationMs(90)), 2);
        assertNotEquals(first.spikeHash(), other.spikeHash());
        assertFalse(java.util.Arrays.equals(first.spikes(), other.spikes()));
    }

    @Test
    void spikesWithoutRecordersAreTheSame() throws Exception {
        Experiment experiment = MixedCircuit.of(SETTINGS.withDurationMs(90));
        var network = experiment.network();
        Experiment unrecorded = new Experiment(
                new org.ganglion.network.Network(
                        network.name(), network.populations(), network.projections(), network.stimuli(), List.of()),
                experiment.settings());
        Outcome with = ShuffledDriver.plain(experiment, 2);
        Outcome without = ShuffledDriver.plain(unrecorded, 2);
        assertEquals(with.spikeHash(), without.spikeHash());
        assertEquals(with.stateHash(), without.stateHash());
        assertEquals(with.populations(), without.populations());
        assertArrayEquals(new long[0], without.spikes());
    }
}
