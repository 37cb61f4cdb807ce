package org.ganglion.simulator.plastic;

/**
 * A presynaptic spike that meets the synapses of a run under an additive rule: the hot loop. What all of them share is set
 * before; a synapse then takes the two sums of its target, and no look at any single spike.
 *
 * <p>Of a synapse is kept {@code x - next RAISE}, of the relative weight x and the sum of its target at the last spike: as
 * postsynaptic spikes come, x grows with that sum, and is {@code kept + next RAISE} at any time.
 */
final class AdditiveRun {
    private final int firstTarget;
    private final double scale;

    /** What a unit of the first sum has added to x since the last presynaptic spike. */
    double raise;

    /** What a unit of the second sum takes from x, and from each unit of x. */
    double lower;

    double lowerByWeight;

    /** What a unit of the first sum will add from now on. */
    double next;

    /**
     * @param firstTarget the target, as the words of synapses give it, that the first sums belong to
     * @param scale what x = 1 adds to the sums of input
     */
    AdditiveRun(int firstTarget, double scale) {
        this.firstTarget = firstTarget;
        this.scale = scale;
    }

    /**
     * Brings synapses up to date and adds what they carry to the sums of input.
     *
     * @param words targets, from {@code begin} to {@code end}
     * @param kept of the first from {@code at} on
     * @param post {@code [2 * neuron + RAISE or LOWER]}
     */
    void meet(int[] words, int begin, int end, double[] kept, int at, double[] post, int[] sums) {
        for (int i = begin, k = at; i < end; i++, k++) {
            int target = words[i];
            double x = meet(kept, k, post, 2 * (target - firstTarget));
            sums[target] += (int) Math.rint(x * scale);
        }
    }

    void meet(int[] words, int begin, int end, double[] kept, int at, double[] post, long[] sums) {
        for (int i = begin, k = at; i < end; i++, k++) {
            int target = words[i];
            double x = meet(kept, k, post, 2 * (target - firstTarget));
            sums[target] += (long) Math.rint(x * scale);
        }
    }

    private double meet(double[] kept, int k, double[] post, int of) {
        double raised = post[of + PostView.RAISE];
        double x = kept[k] + raise * raised;
        x = x < 1 ? x : 1;
        x -= (lower + lowerByWeight * x) * post[of + PostView.LOWER];
        x = x > 0 ? x : 0;
        kept[k] = x - next * raised;
        return x;
    }

    /** Adds the totals of an epoch, {@code raise} for each unit, to what is kept. */
    void fold(int[] words, int begin, int end, double[] kept, int at, double[] total) {
        for (int i = begin, k = at; i < end; i++, k++) {
            kept[k] += raise * total[words[i] - firstTarget];
        }
    }
}
