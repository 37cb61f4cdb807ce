package org.ganglion.simulator.group;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.AllToAll;
import org.ganglion.network.connect.OneToOne;
import org.ganglion.network.random.Uniform;
import org.ganglion.simulator.Locality;
import org.ganglion.simulator.Recording;
import org.junit.jupiter.api.Test;

/** What share of synapses and deliveries stays inside a group. */
class LocalityTest {

    /** Blocks of 32 are dealt in turn: with two groups, half of the synapses of all with all cross. */
    private static Experiment relays() {
        return NetworkBuilder.named("relays")
                .population("A", 64, "parrot_neuron")
                .population("B", 64, "iaf_psc_exp")
                .project("A", "B", new OneToOne(), weight(1), delayMs(1))
                .project("all", "A", "B", new AllToAll(true), weight(new Uniform(-1, 1)), delayMs(new Uniform(1, 9)))
                .stimulate(new Stimulus.SpikeTrain(
                        "first", "A", new Selection.Slice(0, 32), java.util.List.of(1.0, 2.0, 3.0), 1, 1))
                .simulate(RunSettings.DEFAULT.withDurationMs(30));
    }

    private static Locality of(Experiment experiment, int groups) throws Exception {
        try (PlainSimulation simulation = PlainSimulation.build(experiment, groups, Recording.NONE)) {
            simulation.runTo(experiment.settings().endStep());
            return simulation.summary().locality();
        }
    }

    @Test
    void synapsesAndDeliveriesInsideGroupsAreCounted() throws Exception {
        assertEquals(new Locality(1, 1), of(relays(), 1));
        // All 64 of one to one, and half of the 64 * 64.
        double synapses = (64 + 2048.0) / (64 + 4096);
        Locality two = of(relays(), 2);
        assertEquals(synapses, two.synapses(), 1e-12);
        // Only the first block emits; each of its neurons has one synapse of one to one and 64 others, 32 of them
        // inside.
        assertEquals(33.0 / 65, two.deliveries(), 1e-12);
    }

    @Test
    void withoutSynapsesAllStaysInside() throws Exception {
        Experiment alone = NetworkBuilder.named("alone")
                .population("A", 64, "iaf_psc_exp")
                .simulate(RunSettings.DEFAULT.withDurationMs(1));
        assertEquals(new Locality(1, 1), of(alone, 2));
    }
}
