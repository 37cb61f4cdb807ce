package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.plan.Areas;
import org.ganglion.simulator.plan.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiAreaTest {
    private static final int AREAS = 8;
    private static final int NEURONS_OF_AN_AREA = 4000;

    @Test
    void everyPopulationFiresIrregularlyAtALowRate() throws Exception {
        RunSummary summary = Example.run(Example.yaml("multi-area.yaml", "simulation.duration=800ms"))
                .summary();

        assertEquals(2 * AREAS, summary.populations().size());
        for (PopulationSummary population : summary.populations()) {
            assertTrue(population.rateHz() > 2 && population.rateHz() < 20, population.toString());
            assertTrue(population.cv() > 0.6, population.toString());
            assertTrue(population.cvNeurons() > population.neurons() / 10, population.toString());
        }
    }

    /** Populations stand in pairs, excitatory and inhibitory, one pair for each area. */
    @Test
    void hasEightAreas() {
        Experiment experiment = Example.yaml("multi-area.yaml");
        Areas areas = Areas.of(experiment);

        assertEquals(AREAS * NEURONS_OF_AN_AREA, experiment.network().neurons());
        assertEquals(AREAS, areas.count());
        assertArrayEquals(
                IntStream.range(0, 2 * AREAS).map(p -> p / 2).toArray(),
                IntStream.range(0, 2 * AREAS).map(areas::areaOf).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void groupsHoldWholeAreas(int groups) {
        Layout layout = Layout.of(Example.yaml("multi-area.yaml"), groups);
        int[] neurons = new int[groups];

        for (int area = 0; area < AREAS; area++) {
            int group = layout.groupOf(2 * area, 0);
            for (int p = 2 * area; p < 2 * area + 2; p++) {
                assertEquals(layout.populationSize(p), layout.sliceSize(p, group));
                neurons[group] += layout.sliceSize(p, group);
            }
        }
        assertTrue(
                Arrays.stream(neurons).allMatch(n -> n == AREAS / groups * NEURONS_OF_AN_AREA),
                Arrays.toString(neurons));
    }

    @Test
    void groupsDoNotChangeTheSpikes() throws Exception {
        String one = hash("simulation.groups=1");

        assertEquals(one, hash("simulation.groups=8"));
        assertEquals(one, hash("simulation.groups=7"));
        assertEquals(one, hash("simulation.groups=8", "simulation.barrier=true"));
    }

    private static String hash(String... settings) throws Exception {
        String[] all = Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "simulation.duration=60ms";
        RunSummary summary = Example.run(Example.yaml("multi-area.yaml", all)).summary();
        assertTrue(summary.spikes() > 1000, "too few spikes: " + summary.spikes());
        return summary.spikeHashText();
    }
}
