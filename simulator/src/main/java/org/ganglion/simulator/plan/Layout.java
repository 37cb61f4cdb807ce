package org.ganglion.simulator.plan;

import org.ganglion.network.Network;
import org.ganglion.network.Population;

/**
 * Which neurons form which group. Populations are cut into blocks of 32 neurons, dealt to the groups in turn, so that
 * groups are of equal size and kind.
 *
 * <p>The share of one population in one group is a slice; its neurons are numbered from 0 in the order of their index.
 */
public final class Layout {
    /** Neurons that always stay together: whole vectors and whole rows of random draws. */
    public static final int BLOCK = 32;

    private final int groups;
    private final int[] sizes;
    private final int[] firstBlock; // blocks of all populations before this one
    private final int[] offsets; // neurons of all populations before this one

    private Layout(int groups, int[] sizes, int[] firstBlock, int[] offsets) {
        this.groups = groups;
        this.sizes = sizes;
        this.firstBlock = firstBlock;
        this.offsets = offsets;
    }

    /** Deals a network to at most {@code wanted} groups; to fewer where there are fewer blocks, so that none is empty. */
    public static Layout of(Network network, int wanted) {
        int n = network.populations().size();
        int[] sizes = new int[n];
        int[] firstBlock = new int[n + 1];
        int[] offsets = new int[n + 1];
        for (int p = 0; p < n; p++) {
            Population population = network.populations().get(p);
            sizes[p] = population.size();
            firstBlock[p + 1] = firstBlock[p] + blocks(sizes[p]);
            offsets[p + 1] = Math.addExact(offsets[p], sizes[p]);
        }
        return new Layout(Math.max(1, Math.min(wanted, firstBlock[n])), sizes, firstBlock, offsets);
    }

    private static int blocks(int neurons) {
        return Math.ceilDiv(neurons, BLOCK);
    }

    public int groups() {
        return groups;
    }

    public int populations() {
        return sizes.length;
    }

    public int populationSize(int population) {
        return sizes[population];
    }

    /** Number of a population's first neuron in the whole network. */
    public int offset(int population) {
        return offsets[population];
    }

    /** Neurons of the whole network. */
    public int neurons() {
        return offsets[sizes.length];
    }

    public int groupOf(int population, int neuron) {
        return (firstBlock[population] + neuron / BLOCK) % groups;
    }

    /** Number, in its population, of the first block of a slice; the next ones follow at a distance of {@link #groups}. */
    public int firstBlockOf(int population, int group) {
        return Math.floorMod(group - firstBlock[population], groups);
    }

    public int sliceSize(int population, int group) {
        int all = blocks(sizes[population]);
        int first = firstBlockOf(population, group);
        if (first >= all) {
            return 0;
        }
        int count = (all - 1 - first) / groups + 1;
        int last = first + (count - 1) * groups;
        return (count - 1) * BLOCK + Math.min(BLOCK, sizes[population] - last * BLOCK);
    }

    /** Index in its population of a neuron of a slice. */
    public int neuron(int population, int group, int indexInSlice) {
        return (firstBlockOf(population, group) + indexInSlice / BLOCK * groups) * BLOCK + indexInSlice % BLOCK;
    }

    /** Index in its slice of a neuron of a population. */
    public int indexInSlice(int population, int neuron) {
        int first = firstBlockOf(population, groupOf(population, neuron));
        return (neuron / BLOCK - first) / groups * BLOCK + neuron % BLOCK;
    }
}
