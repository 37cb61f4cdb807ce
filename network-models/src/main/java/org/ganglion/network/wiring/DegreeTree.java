package org.ganglion.network.wiring;

import org.ganglion.network.random.Binomial;
import org.ganglion.network.random.Hypergeometric;
import org.ganglion.network.random.KeyedStream;

/**
 * Splits a number of synapses over targets at random: the targets are halved again and again, and at each halving one
 * keyed draw says how many synapses go to the first half. The tree depends on the number of targets alone.
 */
public final class DegreeTree {
    private final KeyedStream stream;
    private final long cellsPerTarget;
    private final int[] degrees;

    private DegreeTree(long key, int targets, long cellsPerTarget) {
        stream = new KeyedStream(key, 0);
        this.cellsPerTarget = cellsPerTarget;
        degrees = new int[targets];
    }

    /** In-degrees when each synapse falls on any target with the same probability: a multinomial draw. */
    public static int[] independent(long key, int targets, long synapses) {
        DegreeTree tree = new DegreeTree(key, targets, 0);
        tree.split(0, targets, synapses);
        return tree.degrees;
    }

    /** In-degrees when synapses occupy different pairs, {@code sourcesPerTarget} of them for each target. */
    public static int[] withoutRepeats(long key, int targets, int sourcesPerTarget, long synapses) {
        DegreeTree tree = new DegreeTree(key, targets, sourcesPerTarget);
        tree.split(0, targets, synapses);
        return tree.degrees;
    }

    private void split(int first, int end, long synapses) {
        if (synapses == 0) {
            return;
        }
        if (end - first == 1) {
            degrees[first] = Math.toIntExact(synapses);
            return;
        }
        int middle = (first + end) >>> 1;
        // Each boundary between two targets is the middle of one node only, so it names the node.
        stream.at(middle);
        long left = cellsPerTarget == 0
                ? Binomial.draw(stream, synapses, (double) (middle - first) / (end - first))
                : Hypergeometric.draw(
                        stream, (middle - first) * cellsPerTarget, (end - middle) * cellsPerTarget, synapses);
        split(first, middle, left);
        split(middle, end, synapses - left);
    }
}
