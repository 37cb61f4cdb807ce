package org.ganglion.simulator.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Optional;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.simulator.MemoryEstimate;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.group.BuiltNetwork;
import org.ganglion.simulator.group.NeuronGroup;
import org.junit.jupiter.api.Test;

/** The estimate of what synapses that change need beside themselves. */
final class PlasticMemoryTest {
    private static final int NEURONS = 20_000;
    private static final int INDEGREE = 20; // few, so that what is kept of each neuron counts

    private static Experiment plastic(double mu, Optional<Recorder> recorder) {
        NetworkBuilder network = NetworkBuilder.named("plastic")
                .population("E", NEURONS, "iaf_psc_exp")
                .project(
                        "E-E",
                        "E",
                        "E",
                        new FixedIndegree(INDEGREE, true, true),
                        NetworkBuilder.weight(10),
                        NetworkBuilder.delayMs(1.5),
                        Synapse.of("stdp_synapse").set("mu_plus", mu).set("mu_minus", mu));
        recorder.ifPresent(network::record);
        return network.simulate(RunSettings.DEFAULT.withGroups(1));
    }

    @Test
    void sumsOfSpikesAreEstimatedWithinAFifth() throws IOException, InterruptedException {
        Experiment experiment = plastic(0, Optional.empty());
        BuiltNetwork network = BuiltNetwork.build(experiment, 1, 1, Recording.NONE);
        long taken =
                network.groups().stream().mapToLong(NeuronGroup::synapseBytes).sum();
        double neurons = NEURONS * (100.0 + 4); // state and in-degree, as of any network
        double estimated = MemoryEstimates.of(experiment).builtBytes() - neurons;
        assertEquals(1, estimated / taken, 0.2, estimated + " for " + taken);
    }

    /** Rules that cannot be told by sums keep the last 64 spikes of each neuron, two numbers of 8 bytes each. */
    @Test
    void historiesOfSpikesAreEstimatedAsTheyAreOnceTheyAreFull() {
        double sums = MemoryEstimates.of(plastic(0, Optional.empty())).builtBytes();
        double histories = MemoryEstimates.of(plastic(1, Optional.empty())).builtBytes();
        assertEquals(NEURONS * 64 * 16.0, histories - sums, 0.3 * NEURONS * 64 * 16);
    }

    /** During the run a value of 4 bytes and a place of 4 for each synapse; at the end 28 bytes for each as a matrix. */
    @Test
    void recordersOfWeightsAreCounted() {
        MemoryEstimate none = MemoryEstimates.of(plastic(0, Optional.empty()));
        MemoryEstimate sampled = MemoryEstimates.of(plastic(0, Optional.of(new Recorder.Weights("w", "E-E", 10))));
        MemoryEstimate end =
                MemoryEstimates.of(plastic(0, Optional.of(new Recorder.Weights("w", "E-E", Double.POSITIVE_INFINITY))));
        double synapses = NEURONS * INDEGREE;
        assertEquals(8 * synapses, sampled.builtBytes() - none.builtBytes(), 0.3 * 8 * synapses);
        assertEquals(none.builtBytes(), end.builtBytes(), "nothing is kept during the run");
        assertEquals(28 * synapses, end.peakBytes() - end.builtBytes(), 1);
    }
}
