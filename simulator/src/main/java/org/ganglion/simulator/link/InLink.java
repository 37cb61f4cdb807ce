package org.ganglion.simulator.link;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One group that another reads: how far its spikes are known. Batches may come late, twice or out of order, or not at
 * all until they are asked for again; each step is taken once, in order.
 */
public final class InLink {
    /** A batch that begins further ahead than this is dropped: it will be asked for when its turn comes. */
    private static final int FAR = 4 * GroupLinks.RUN_AHEAD;

    private final int sender;
    private final int delay;
    private final TreeMap<Long, SpikeBatch> early = new TreeMap<>(); // by first step
    private long promise;
    private long newest;

    /** @param delay smallest delay of any synapse from the sender's neurons, in steps */
    InLink(int sender, int delay) {
        this.sender = sender;
        this.delay = delay;
    }

    public int sender() {
        return sender;
    }

    public int delay() {
        return delay;
    }

    /** Every spike emitted before this step has arrived. */
    public long promise() {
        return promise;
    }

    /** The furthest promise seen, whether or not what leads there has arrived. */
    public long newest() {
        return newest;
    }

    /** Steps below this one can be computed, as far as this sender is concerned. */
    long horizon() {
        return promise + delay;
    }

    /** Begins at a step: every spike emitted before has been taken care of otherwise. */
    void restore(long step) {
        promise = step;
        newest = step;
    }

    /**
     * Hands on, through {@code take}, the batches whose turn has come; {@link #promise} is where each continues.
     *
     * @param limit batches that end after this step have to wait for {@link #drain}
     */
    public void accept(SpikeBatch batch, long limit, Consumer<SpikeBatch> take) {
        newest = Math.max(newest, batch.promise());
        if (batch.promise() <= promise || batch.firstStep() > promise + FAR) {
            return;
        }
        if (early.isEmpty() && batch.firstStep() <= promise && batch.promise() <= limit) {
            take.accept(batch);
            promise = batch.promise();
            return;
        }
        early.merge(batch.firstStep(), batch, (a, b) -> a.promise() >= b.promise() ? a : b);
        drain(limit, take);
    }

    /** Likewise for batches that came before. */
    public void drain(long limit, Consumer<SpikeBatch> take) {
        while (!early.isEmpty()) {
            Map.Entry<Long, SpikeBatch> first = early.firstEntry();
            SpikeBatch next = first.getValue();
            if (first.getKey() > promise || next.promise() > limit) {
                return;
            }
            early.remove(first.getKey());
            if (next.promise() > promise) {
                take.accept(next);
                promise = next.promise();
            }
        }
    }
}
