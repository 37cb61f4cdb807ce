package org.ganglion.io.hdf5;

import java.util.Arrays;
import org.ganglion.network.Network;

/** Where populations begin when all neurons of a network are numbered in a row. */
public final class PopulationOffsets {
    private PopulationOffsets() {}

    /** First neuron of each population, and the number of all neurons behind the last. */
    public static int[] of(Network network) {
        int[] offsets = new int[network.populations().size() + 1];
        for (int i = 0; i + 1 < offsets.length; i++) {
            offsets[i + 1] =
                    Math.addExact(offsets[i], network.populations().get(i).size());
        }
        return offsets;
    }

    /** Population of a neuron; populations of size 0 have none. */
    public static int populationOf(int[] offsets, int neuron) {
        int found = Arrays.binarySearch(offsets, neuron);
        int population = found >= 0 ? found : -found - 2;
        while (population + 1 < offsets.length && offsets[population + 1] == neuron) {
            population++;
        }
        return population;
    }
}
