package org.ganglion.simulator.plastic;

import org.ganglion.network.synapse.AdditivePairs;

/**
 * Sums over the spikes of some neurons as synapses of one delay know them at a step: a presynaptic spike that is delivered
 * now left its neuron a delay ago and, since delays are dendritic, meets the spikes of a further delay before.
 *
 * <p>Both sums are kept in units that fade, so that nothing need be done as time passes: what a spike at step s adds to
 * {@link #RAISE} is {@code exp(-(s - start) / tau_plus)}, and to {@link #LOWER} {@code exp((s - start) / tau_minus)}. The
 * first counts spikes of the current epoch up to the step that is known, the second all spikes before that step.
 */
final class PostView {
    /** Places of the two sums of a neuron. */
    static final int RAISE = 0;

    static final int LOWER = 1;

    /** Below this a sum of spikes long ago is 0: numbers that are next to 0 are slow. */
    private static final double NOTHING = 0x1p-900;

    private final AdditivePairs pairs;
    private final int plusEpoch;
    private final int minusEpoch;
    private final int delay;
    private final double[] sums; // [2 * neuron + RAISE or LOWER]
    private long known;
    private long plusStart; // of the epoch of the known step
    private long minusStart;
    private long nextRaise; // number of the first spike that is not part of the sum
    private long nextLower;

    /** @param step the last one before the first to come */
    PostView(AdditivePairs pairs, int delay, int neurons, long step) {
        this.pairs = pairs;
        this.plusEpoch = PostSums.epoch(pairs.plus());
        this.minusEpoch = PostSums.epoch(pairs.minus());
        this.delay = delay;
        this.sums = new double[2 * neurons];
        setKnown(step - 2L * delay);
    }

    private void setKnown(long step) {
        known = step;
        plusStart = Math.floorDiv(step, plusEpoch) * plusEpoch;
        minusStart = Math.floorDiv(step, minusEpoch) * minusEpoch;
    }

    int delay() {
        return delay;
    }

    double[] sums() {
        return sums;
    }

    /** The last step whose spikes are known. */
    long known() {
        return known;
    }

    /** Number of the epoch of the known step. */
    long epoch() {
        return plusStart / plusEpoch;
    }

    /** What a spike at the known step would add to the first sum. */
    double raise() {
        return pairs.plus().after(known - plusStart);
    }

    /** What is left of 1 in the second sum. */
    double lower() {
        return pairs.minus().after(known - minusStart);
    }

    /** The first spike that is still needed. */
    long needed() {
        return nextLower;
    }

    /** Goes on by a step; whether an epoch of the first sum begins with it. */
    boolean advance(RecentSpikes spikes) {
        known++;
        for (; nextLower < spikes.end() && spikes.step(nextLower) < known; nextLower++) {
            double left = pairs.minus().after(spikes.step(nextLower) - minusStart);
            sums[2 * spikes.neuron(nextLower) + LOWER] += 1 / left;
        }
        if (known - minusStart == minusEpoch) {
            minusStart = known;
            fade(pairs.minus().after(minusEpoch));
        }
        boolean begins = known - plusStart == plusEpoch;
        if (begins) {
            plusStart = known;
            for (int i = RAISE; i < sums.length; i += 2) {
                sums[i] = 0;
            }
        }
        for (; nextRaise < spikes.end() && spikes.step(nextRaise) <= known; nextRaise++) {
            sums[2 * spikes.neuron(nextRaise) + RAISE] += raise();
        }
        return begins;
    }

    private void fade(double factor) {
        for (int i = LOWER; i < sums.length; i += 2) {
            double faded = sums[i] * factor;
            sums[i] = faded < NOTHING ? 0 : faded;
        }
    }

    /** Takes the sums of another view, which knows no more. */
    void follow(PostView other) {
        System.arraycopy(other.sums, 0, sums, 0, sums.length);
        known = other.known;
        plusStart = other.plusStart;
        minusStart = other.minusStart;
        nextRaise = other.nextRaise;
        nextLower = other.nextLower;
    }

    /** Begins anew at a known step, with spikes from that step on; the sums are written beside it. */
    void restart(long step, RecentSpikes spikes) {
        setKnown(step);
        nextLower = spikes.first();
        nextRaise = nextLower;
        while (nextRaise < spikes.end() && spikes.step(nextRaise) <= step) {
            nextRaise++;
        }
    }
}
