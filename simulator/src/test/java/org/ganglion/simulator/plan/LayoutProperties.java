package org.ganglion.simulator.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;

/** That every neuron is in one place, and that its place tells who it is. */
class LayoutProperties {
    @Property(tries = 100)
    void everyNeuronHasOnePlaceAndNoGroupIsEmpty(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 300) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 12) int wanted) {
        NetworkBuilder builder = NetworkBuilder.named("layout");
        for (int p = 0; p < sizes.size(); p++) {
            builder = builder.population("p" + p, sizes.get(p), "parrot_neuron");
        }
        Layout layout = Layout.of(builder.simulate(RunSettings.DEFAULT).network(), wanted);
        int[] inGroup = new int[layout.groups()];
        for (int p = 0; p < sizes.size(); p++) {
            for (int g = 0; g < layout.groups(); g++) {
                inGroup[g] += layout.sliceSize(p, g);
                for (int i = 0; i < layout.sliceSize(p, g); i++) {
                    int neuron = layout.neuron(p, g, i);
                    assertEquals(g, layout.groupOf(p, neuron));
                    assertEquals(i, layout.indexInSlice(p, neuron));
                }
            }
        }
        int sum = 0;
        for (int neurons : inGroup) {
            assertTrue(neurons > 0, "an empty group of " + layout.groups());
            sum += neurons;
        }
        assertEquals(layout.neurons(), sum);
        assertTrue(layout.groups() <= wanted);
    }
}
