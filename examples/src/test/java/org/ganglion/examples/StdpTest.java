package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;

class StdpTest {
    private static final double WMAX_PA = 120;

    /** Weights of all plastic synapses after a run, relative to Wmax, rising. */
    private static double[] weights(String... settings) throws Exception {
        Experiment experiment = Example.yaml("stdp.yaml", settings);
        try (PlainSimulation simulation = PlainSimulation.build(experiment, 1, Recording.NONE)) {
            simulation.runTo(experiment.settings().endStep());
            return Arrays.stream(simulation.weights("plastic").weights())
                    .map(weightPa -> weightPa / WMAX_PA)
                    .sorted()
                    .toArray();
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    @Test
    void bothPopulationsFireIrregularlyAtALowRate() throws Exception {
        RunSummary summary =
                Example.run(Example.yaml("stdp.yaml", "simulation.duration=1s")).summary();

        for (PopulationSummary population : summary.populations()) {
            assertTrue(population.rateHz() > 5 && population.rateHz() < 20, population.toString());
            assertTrue(population.cv() > 0.4, population.toString());
        }
    }

    /** Uniform weights have a standard deviation of 1 / sqrt(12). */
    @Test
    void weightsStayWithinBoundsAndComeTogether() throws Exception {
        double[] still = weights("lambda=0", "simulation.duration=100ms");
        double[] moved = weights("lambda=0.05", "simulation.duration=2s");

        assertEquals(2000 * 200, moved.length);
        assertEquals(1 / Math.sqrt(12), deviation(still), 0.002);
        assertTrue(moved[0] >= 0 && moved[moved.length - 1] <= 1);
        assertEquals(0.5, mean(moved), 0.05);
        assertTrue(deviation(moved) < 0.85 * deviation(still), "spread of " + deviation(moved));
    }

    @Test
    void theAdditiveRuleDrivesWeightsToTheirBounds() throws Exception {
        double[] moved = weights("mu=0", "lambda=0.05", "simulation.duration=2s");

        assertEquals(0, moved[moved.length / 100]);
        assertTrue(moved[moved.length - 1] > 0.99, "largest: " + moved[moved.length - 1]);
        assertTrue(deviation(moved) > 1 / Math.sqrt(12), "spread of " + deviation(moved));
    }

    @Test
    void groupsDoNotChangeTheSpikes() throws Exception {
        String one = hash(1);

        assertEquals(one, hash(2));
        assertEquals(one, hash(7));
    }

    private static String hash(int groups) throws Exception {
        RunSummary summary = Example.run(
                        Example.yaml("stdp.yaml", "simulation.duration=200ms", "simulation.groups=" + groups))
                .summary();
        assertTrue(summary.spikes() > 1000, "too few spikes: " + summary.spikes());
        return summary.spikeHashText();
    }
}
