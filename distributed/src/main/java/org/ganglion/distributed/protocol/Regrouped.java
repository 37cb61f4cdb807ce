package org.ganglion.distributed.protocol;

import java.util.Arrays;
import java.util.List;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.plan.Layout;

/** Picks one group's spikes out of the batches of groups of another layout. */
final class Regrouped {
    private Regrouped() {}

    /** The spikes that a group's neurons emitted before a step, as far as all batches go back. */
    static SpikeBatch spikes(Layout layout, int group, List<SpikeBatch> batches, long end) {
        long first = batches.stream().mapToLong(SpikeBatch::firstStep).max().orElse(end);
        int[] ends = new int[(int) (end - first)];
        int[] neurons = new int[64];
        int count = 0;
        for (int i = 0; i < ends.length; i++) {
            for (SpikeBatch batch : batches) {
                int at = (int) (first + i - batch.firstStep());
                int begin = at == 0 ? 0 : batch.ends()[at - 1];
                for (int k = begin; k < batch.ends()[at]; k++) {
                    if (groupOf(layout, batch.neurons()[k]) == group) {
                        neurons = count == neurons.length ? Arrays.copyOf(neurons, 2 * count) : neurons;
                        neurons[count++] = batch.neurons()[k];
                    }
                }
            }
            ends[i] = count;
        }
        return new SpikeBatch(group, first, ends, Arrays.copyOf(neurons, count));
    }

    private static int groupOf(Layout layout, int neuron) {
        int population = 0;
        while (layout.offset(population) + layout.populationSize(population) <= neuron) {
            population++;
        }
        return layout.groupOf(population, neuron - layout.offset(population));
    }
}
