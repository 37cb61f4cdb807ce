package org.ganglion.simulator.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ganglion.network.Circuit;
import org.ganglion.network.Experiment;
import org.ganglion.network.Inherited;
import org.ganglion.network.Network;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Projection;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.ListedSynapses;
import org.ganglion.network.spec.DescribedFile;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.wiring.SynapseList;
import org.ganglion.network.wiring.SynapticValue;
import org.junit.jupiter.api.Test;

/** How weights that are listed are packed, and in which unit they are summed. */
class ListedWeightsTest {
    private static final int SIZE = 100;

    /** A chain whose weights are listed. */
    private static Experiment chain(double factor) {
        int[] neurons = IntStream.range(0, SIZE).toArray();
        double[] weights = IntStream.range(0, SIZE)
                .mapToDouble(i -> factor * (1 + 300 * i))
                .toArray();
        return NetworkBuilder.named("n")
                .population("from", SIZE, "iaf_psc_exp")
                .population("to", SIZE, "iaf_psc_exp")
                .project(new Projection(
                        "p",
                        "from",
                        "to",
                        new ListedSynapses(SynapseList.of(neurons, neurons, weights, new double[0])),
                        SynapticValue.Listed.WEIGHT,
                        SynapticValue.constant(1),
                        Synapse.STATIC))
                .simulate(RunSettings.DEFAULT);
    }

    private static NetworkPlan plan(Experiment experiment) {
        return NetworkPlan.of(experiment, 1);
    }

    private static Packing packing(Experiment experiment) {
        return plan(experiment).projections().getFirst().branches().getFirst().packing();
    }

    /** The largest is 29,701 times the factor, so 16 bits hold all where the factor is a power of two. */
    @Test
    void weightsThatAreMultiplesOfAPowerOfTwoTakeSixteenBits() {
        assertInstanceOf(Packing.Packed.class, packing(chain(0x1p-8)));
        assertInstanceOf(Packing.Wide.class, packing(chain(0.001)));
    }

    @Test
    void aUnitThatIsGivenIsTakenWhereItServes() {
        double planned = unit(chain(0.001), Inherited.NOTHING);
        // Twice as coarse serves; so coarse that small weights are lost does not, and no more does what is no power of
        // two.
        assertEquals(2 * planned, unit(chain(0.001), given(2 * planned)));
        assertEquals(planned, unit(chain(0.001), given(1)));
        assertEquals(planned, unit(chain(0.001), given(1.5 * planned)));
        // A finer one needs sums of 64 bits, and serves too.
        assertEquals(planned / 1024, unit(chain(0.001), given(planned / 1024)));
        assertTrue(receptor(chain(0.001), given(planned / 1024)).inLong());
        assertEquals(planned, unit(chain(0.001), given(0x1p-80)));
    }

    private static Inherited given(double unit) {
        return new Inherited(Map.of(), Map.of(), Map.of("to", List.of(unit, unit)));
    }

    private static double unit(Experiment experiment, Inherited inherited) {
        return receptor(experiment, inherited).unit();
    }

    private static ReceptorPlan receptor(Experiment experiment, Inherited inherited) {
        Network network = experiment.network();
        Network read = new Network(
                network.name(),
                network.populations(),
                network.projections(),
                network.stimuli(),
                network.recorders(),
                Optional.of(
                        new Circuit(new DescribedFile(Path.of("c.json"), "0".repeat(64)), false, Map.of(), inherited)));
        return plan(new Experiment(read, experiment.settings(), List.of()))
                .populations()
                .get(1)
                .receptors()
                .getFirst();
    }
}
