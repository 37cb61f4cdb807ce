package org.ganglion.simulator.plan;

import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;

/**
 * Which neurons form which group. Populations are cut into blocks of 32 neurons, dealt in turn to the groups that hold
 * their area (see {@link Areas}), so that groups are of equal size and kind. A network that is one area is dealt over
 * all groups.
 *
 * <p>The share of one population in one group is a slice; its neurons are numbered from 0 in the order of their index.
 */
public final class Layout {
    /** Neurons that always stay together: whole vectors and whole rows of random draws. */
    public static final int BLOCK = 32;

    private final AreaGroups groups;
    private final int[] sizes;
    private final int[] firstBlock; // blocks of the populations before this one that are dealt over the same groups
    private final int[] offsets; // neurons of all populations before this one

    private Layout(AreaGroups groups, int[] sizes, int[] firstBlock, int[] offsets) {
        this.groups = groups;
        this.sizes = sizes;
        this.firstBlock = firstBlock;
        this.offsets = offsets;
    }

    /**
     * Deals the network of a checked experiment to at most {@code wanted} groups; to fewer where there are fewer blocks,
     * so that none is empty.
     */
    public static Layout of(Experiment experiment, int wanted) {
        AreaGroups groups = AreaGroups.of(experiment, wanted);
        List<Population> populations = experiment.network().populations();
        int[] sizes = new int[populations.size()];
        int[] firstBlock = new int[sizes.length];
        int[] offsets = new int[sizes.length + 1];
        int[] dealt = new int[groups.groups()]; // [first group of a share]: blocks
        for (int p = 0; p < sizes.length; p++) {
            int firstGroup = groups.shares().get(p).first();
            sizes[p] = populations.get(p).size();
            firstBlock[p] = dealt[firstGroup];
            dealt[firstGroup] += blocks(sizes[p]);
            offsets[p + 1] = Math.addExact(offsets[p], sizes[p]);
        }
        return new Layout(groups, sizes, firstBlock, offsets);
    }

    static int blocks(int neurons) {
        return Math.ceilDiv(neurons, BLOCK);
    }

    public int groups() {
        return groups.groups();
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

    /** Number of groups that a population is dealt over, which is the distance between successive blocks of a slice. */
    public int strideOf(int population) {
        return groups.shares().get(population).groups();
    }

    private int firstGroupOf(int population) {
        return groups.shares().get(population).first();
    }

    public int groupOf(int population, int neuron) {
        return firstGroupOf(population) + (firstBlock[population] + neuron / BLOCK) % strideOf(population);
    }

    /** {@code [neuron of the network]}: its group. */
    public int[] groupOfNeurons() {
        int[] groupOf = new int[neurons()];
        for (int p = 0; p < populations(); p++) {
            for (int i = 0; i < populationSize(p); i++) {
                groupOf[offset(p) + i] = groupOf(p, i);
            }
        }
        return groupOf;
    }

    /**
     * Number, in its population, of the first block of a slice; the next ones follow at a distance of {@link #strideOf}.
     *
     * @param group one of those that the population is dealt over
     */
    public int firstBlockOf(int population, int group) {
        return Math.floorMod(group - firstGroupOf(population) - firstBlock[population], strideOf(population));
    }

    public int sliceSize(int population, int group) {
        int stride = strideOf(population);
        int all = blocks(sizes[population]);
        int first = firstBlockOf(population, group);
        boolean elsewhere = group < firstGroupOf(population) || group >= firstGroupOf(population) + stride;
        if (elsewhere || first >= all) {
            return 0;
        }
        int count = (all - 1 - first) / stride + 1;
        int last = first + (count - 1) * stride;
        return (count - 1) * BLOCK + Math.min(BLOCK, sizes[population] - last * BLOCK);
    }

    /** Index in its population of a neuron of a slice. */
    public int neuron(int population, int group, int indexInSlice) {
        int block = firstBlockOf(population, group) + indexInSlice / BLOCK * strideOf(population);
        return block * BLOCK + indexInSlice % BLOCK;
    }

    /** Index in its slice of a neuron of a population. */
    public int indexInSlice(int population, int neuron) {
        int first = firstBlockOf(population, groupOf(population, neuron));
        return (neuron / BLOCK - first) / strideOf(population) * BLOCK + neuron % BLOCK;
    }
}
