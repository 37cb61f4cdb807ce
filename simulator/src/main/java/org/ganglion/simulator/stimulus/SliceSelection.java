package org.ganglion.simulator.stimulus;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ganglion.network.Selection;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.PopulationPlan;

/** Finds the chosen neurons of a population in one of its slices. */
public record SliceSelection(Layout layout, PopulationPlan population, int group) {

    int sliceSize() {
        return layout.sliceSize(population.index(), group);
    }

    /** Indices in the slice of the chosen neurons that are in it, rising. */
    public int[] chosen(Selection selection) {
        int p = population.index();
        return IntStream.of(selection.indices(population.population().size()))
                .filter(i -> layout.groupOf(p, i) == group)
                .map(i -> layout.indexInSlice(p, i))
                .sorted()
                .toArray();
    }

    /** The same as bits by neuron. */
    public long[] mask(Selection selection) {
        long[] bits = new long[Math.ceilDiv(sliceSize(), 64)];
        if (selection instanceof Selection.All) {
            Arrays.fill(bits, -1L);
            return bits;
        }
        for (int i : chosen(selection)) {
            bits[i >>> 6] |= 1L << i;
        }
        return bits;
    }

    /** Index in its population of a neuron of the slice. */
    int index(int indexInSlice) {
        return layout.neuron(population.index(), group, indexInSlice);
    }

    /** Number, in the population, of the slice's first block of 32 neurons. */
    int firstBlock() {
        return layout.firstBlockOf(population.index(), group);
    }

    /** Distance from one block of the slice to the next. */
    int stride() {
        return layout.strideOf(population.index());
    }
}
