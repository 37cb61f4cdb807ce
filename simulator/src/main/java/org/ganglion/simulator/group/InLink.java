package org.ganglion.simulator.group;

import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One group that another reads: how far its spikes are known. Batches may come late, twice or out of order; each step is
 * taken once, in order.
 */
final class InLink {
    private final int sender;
    private final int delay;
    private final TreeMap<Long, SpikeBatch> early = new TreeMap<>(); // by first step
    private long promise;

    /** @param delay smallest delay of any synapse from the sender's neurons, in steps */
    InLink(int sender, int delay) {
        this.sender = sender;
        this.delay = delay;
    }

    int sender() {
        return sender;
    }

    int delay() {
        return delay;
    }

    /** Every spike emitted before this step has arrived. */
    long promise() {
        return promise;
    }

    /** Steps below this one can be computed, as far as this sender is concerned. */
    long horizon() {
        return promise + delay;
    }

    /** Hands on, through {@code take}, the batches whose turn has come; {@link #promise} is where each continues. */
    void accept(SpikeBatch batch, Consumer<SpikeBatch> take) {
        if (batch.promise() <= promise) {
            return;
        }
        if (batch.firstStep() > promise) {
            early.merge(batch.firstStep(), batch, (a, b) -> a.promise() >= b.promise() ? a : b);
            return;
        }
        take.accept(batch);
        promise = batch.promise();
        while (!early.isEmpty() && early.firstKey() <= promise) {
            SpikeBatch next = early.pollFirstEntry().getValue();
            if (next.promise() > promise) {
                take.accept(next);
                promise = next.promise();
            }
        }
    }
}
