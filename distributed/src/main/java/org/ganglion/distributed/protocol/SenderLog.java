package org.ganglion.distributed.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganglion.simulator.link.SpikeBatch;

/** What a group has sent, for those who must hear it again: batches without gaps, from some step to the newest. */
final class SenderLog {
    private final ArrayDeque<SpikeBatch> batches = new ArrayDeque<>();
    private final int sender;
    private long first;
    private long end;

    /** @param step at which it begins */
    SenderLog(int sender, long step) {
        this.sender = sender;
        this.first = step;
        this.end = step;
    }

    /** Begins with spikes from before a restart. */
    SenderLog(SpikeBatch recent) {
        this(recent.sender(), recent.firstStep());
        add(recent);
    }

    /** First step that it holds. */
    long first() {
        return first;
    }

    /** Adds the next batch. */
    void add(SpikeBatch batch) {
        if (batch.firstStep() != end) {
            throw new IllegalStateException(
                    "group " + sender + " goes on at step " + batch.firstStep() + ", not " + end);
        }
        if (batch.ends().length > 0) {
            batches.add(batch);
            end = batch.promise();
        }
    }

    /** Lets go of batches that end before a step. */
    void release(long step) {
        while (!batches.isEmpty() && batches.getFirst().promise() <= step) {
            first = batches.removeFirst().promise();
        }
    }

    /** The batches that cover the steps from one to before another, as far as there are any. */
    List<SpikeBatch> between(long step, long before) {
        List<SpikeBatch> result = new ArrayList<>();
        for (SpikeBatch batch : batches) {
            if (batch.promise() > step && batch.firstStep() < before) {
                result.add(batch);
            }
        }
        return result;
    }

    /** All spikes from a step on, which may lie before the log begins, in one batch. */
    SpikeBatch since(long step) {
        long from = Math.max(step, first);
        int steps = (int) Math.max(0, end - from);
        int[] ends = new int[steps];
        int[] neurons = new int[64];
        int count = 0;
        for (SpikeBatch batch : between(from, end)) {
            int skipped = (int) Math.max(0, from - batch.firstStep());
            int begin = skipped == 0 ? 0 : batch.ends()[skipped - 1];
            for (int i = skipped; i < batch.ends().length; i++) {
                ends[(int) (batch.firstStep() + i - from)] = count + batch.ends()[i] - begin;
            }
            int size = batch.ends()[batch.ends().length - 1] - begin;
            if (count + size > neurons.length) {
                neurons = Arrays.copyOf(neurons, Math.max(count + size, 2 * neurons.length));
            }
            System.arraycopy(batch.neurons(), begin, neurons, count, size);
            count += size;
        }
        return new SpikeBatch(sender, from, ends, Arrays.copyOf(neurons, count));
    }
}
