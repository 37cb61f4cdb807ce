package org.ganglion.simulator.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.Reference;
import org.ganglion.network.Experiment;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Circuits;
import org.ganglion.simulator.MemoryEstimate;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.group.BuiltNetwork;
import org.ganglion.simulator.group.NeuronGroup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimate against what a network takes on the heap once it is built. */
final class MemoryEstimatesTest {
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static void assertEstimated(Experiment experiment) throws IOException, InterruptedException {
        MemoryEstimate estimate = MemoryEstimates.of(experiment);
        Parallelism parallelism = Parallelism.of(experiment);
        long before = used();
        BuiltNetwork network =
                BuiltNetwork.build(experiment, parallelism.groups(), parallelism.threads(), Recording.NONE);
        long taken;
        try {
            taken = used() - before;
        } finally {
            Reference.reachabilityFence(network);
        }
        long synapseBytes =
                network.groups().stream().mapToLong(NeuronGroup::synapseBytes).sum();
        String figures = "estimate " + estimate + ", taken " + taken + ", of that synapses " + synapseBytes;
        assertEquals(1, estimate.builtBytes() / (double) taken, 0.2, figures);
        assertTrue(estimate.peakBytes() >= estimate.builtBytes(), figures);
        assertTrue(estimate.builtBytes() >= synapseBytes, figures);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void estimatesBrunelsNetworkWithinAFifth(int groups) throws IOException, InterruptedException {
        assertEstimated(Circuits.brunel(12_500, RunSettings.DEFAULT.withGroups(groups)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void estimatesTheCorticalMicrocircuitWithinAFifth(int groups) throws IOException, InterruptedException {
        assertEstimated(Circuits.corticalMicrocircuit(0.1, RunSettings.DEFAULT.withGroups(groups)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 8, 3})
    void estimatesAreasWithinAFifth(int groups) throws IOException, InterruptedException {
        assertEstimated(Circuits.areas(4, 6400, RunSettings.DEFAULT.withGroups(groups)));
    }
}
