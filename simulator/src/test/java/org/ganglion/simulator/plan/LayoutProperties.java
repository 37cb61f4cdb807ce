package org.ganglion.simulator.plan;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;

/** That every neuron is in one place, and that its place tells who it is. */
class LayoutProperties {
    @Property(tries = 100)
    void everyNeuronHasOnePlaceAndNoGroupIsEmpty(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 300) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 12) int wanted) {
        assertOnePlaceEach(parrots(sizes).simulate(RunSettings.DEFAULT), wanted);
    }

    @Property(tries = 200)
    void everyNeuronOfAnAreaHasOnePlace(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 300) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 4) int areas,
            @ForAll @IntRange(min = 1, max = 16) int wanted) {
        assertOnePlaceEach(linked(sizes, areas), wanted);
    }

    /** Random areas are mostly uneven and dealt over all groups; equal ones are not. */
    @Property(tries = 100)
    void equalAreasShareNoGroup(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @IntRange(min = 1, max = 4) int areas,
            @ForAll @IntRange(min = 1, max = 3) int groupsPerArea) {
        List<Integer> sizes = Collections.nCopies(2 * areas, size);
        Experiment experiment = linked(sizes, areas);
        Layout layout = assertOnePlaceEach(experiment, areas * groupsPerArea);
        if (layout.groups() == areas * groupsPerArea) {
            for (int p = 0; p < layout.populations(); p++) {
                assertEquals(groupsPerArea, layout.strideOf(p));
                assertEquals(p % areas, layout.groupOf(p, size - 1) / groupsPerArea);
            }
        }
    }

    @Property(tries = 100)
    void oneAreaIsDealtInTurnOverAllGroups(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 300) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 12) int wanted) {
        Layout layout = Layout.of(linked(sizes, 1), wanted);
        int block = 0;
        for (int p = 0; p < sizes.size(); p++) {
            for (int i = 0; i < sizes.get(p); i++) {
                assertEquals((block + i / 32) % layout.groups(), layout.groupOf(p, i));
            }
            block += (sizes.get(p) + 31) / 32;
        }
        assertEquals(Math.min(wanted, block), layout.groups());
    }

    private static NetworkBuilder parrots(List<Integer> sizes) {
        NetworkBuilder builder = NetworkBuilder.named("layout");
        for (int p = 0; p < sizes.size(); p++) {
            builder = builder.population("p" + p, sizes.get(p), "parrot_neuron");
        }
        return builder;
    }

    /** All linked to all: after 0.1 ms where numbers differ by a multiple of {@code areas}, and after 8 ms elsewhere. */
    private static Experiment linked(List<Integer> sizes, int areas) {
        NetworkBuilder builder = parrots(sizes);
        for (int p = 0; p < sizes.size(); p++) {
            for (int q = 0; q < sizes.size(); q++) {
                boolean near = (p - q) % areas == 0;
                builder = builder.project(
                        "p" + p, "p" + q, new FixedIndegree(1, true, true), weight(1), delayMs(near ? 0.1 : 8));
            }
        }
        return builder.simulate(RunSettings.DEFAULT);
    }

    private static Layout assertOnePlaceEach(Experiment experiment, int wanted) {
        Layout layout = Layout.of(experiment, wanted);
        int[] inGroup = new int[layout.groups()];
        for (int p = 0; p < layout.populations(); p++) {
            BitSet seen = new BitSet();
            for (int g = 0; g < layout.groups(); g++) {
                inGroup[g] += layout.sliceSize(p, g);
                for (int i = 0; i < layout.sliceSize(p, g); i++) {
                    int neuron = layout.neuron(p, g, i);
                    assertEquals(g, layout.groupOf(p, neuron));
                    assertEquals(i, layout.indexInSlice(p, neuron));
                    assertEquals(neuron / 32, layout.firstBlockOf(p, g) + i / 32 * layout.strideOf(p));
                    seen.set(neuron);
                }
            }
            assertEquals(layout.populationSize(p), seen.cardinality());
            assertEquals(layout.populationSize(p), seen.length());
        }
        int sum = 0;
        for (int neurons : inGroup) {
            assertTrue(neurons > 0, "an empty group of " + layout.groups());
            sum += neurons;
        }
        assertEquals(layout.neurons(), sum);
        assertTrue(layout.groups() <= wanted);
        return layout;
    }
}
