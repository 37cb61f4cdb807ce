package org.ganglion.distributed.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ganglion.simulator.link.SpikeBatch;

/** What a group has sent, for those who must hear it again: batches without gaps, from some step to the newest. */
final class SenderLog {
    /** Steps that are told again at once at least: a batch of its own for each piece of a delay would cost more than its spikes. */
    private static final int TOGETHER = 128;

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

    /**
     * Begins with spikes from before a restart, in batches of a few steps: a delay may be longer than a reader has room for,
     * and it cannot take a part of a batch.
     */
    SenderLog(SpikeBatch recent) {
        this(recent.sender(), recent.firstStep());
        while (end < recent.promise()) {
            add(joined(List.of(recent), end, Math.min(recent.promise(), end + TOGETHER)));
        }
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

    /** The spikes of the steps from one to before another, and some around them, as far as there are any: in batches without gaps. */
    List<SpikeBatch> between(long step, long before) {
        List<SpikeBatch> result = new ArrayList<>();
        List<SpikeBatch> next = new ArrayList<>();
        for (SpikeBatch batch : batches) {
            if (batch.promise() > step && batch.firstStep() < before) {
                next.add(batch);
                long from = next.getFirst().firstStep();
                if (batch.promise() - from >= TOGETHER) {
                    result.add(joined(next, from, batch.promise()));
                    next.clear();
                }
            }
        }
        if (!next.isEmpty()) {
            result.add(joined(next, next.getFirst().firstStep(), next.getLast().promise()));
        }
        return result;
    }

    /** All spikes from a step on, which may lie before the log begins, in one batch. */
    SpikeBatch since(long step) {
        long from = Math.max(step, first);
        return joined(batches.stream().filter(b -> b.promise() > from).toList(), from, end);
    }

    /** The steps from one to before another of batches that follow each other. */
    private SpikeBatch joined(List<SpikeBatch> parts, long from, long before) {
        int[] ends = new int[(int) Math.max(0, before - from)];
        int[] neurons = new int[64];
        int count = 0;
        for (SpikeBatch batch : parts) {
            int skipped = (int) Math.max(0, from - batch.firstStep());
            int beyond = (int) Math.min(batch.ends().length, before - batch.firstStep());
            int begin = batch.begin(skipped);
            for (int i = skipped; i < beyond; i++) {
                ends[(int) (batch.firstStep() + i - from)] = count + batch.ends()[i] - begin;
            }
            int size = batch.begin(beyond) - begin;
            if (count + size > neurons.length) {
                neurons = Arrays.copyOf(neurons, Math.max(count + size, 2 * neurons.length));
            }
            System.arraycopy(batch.neurons(), begin, neurons, count, size);
            count += size;
        }
        return new SpikeBatch(sender, from, ends, Arrays.copyOf(neurons, count));
    }
}
