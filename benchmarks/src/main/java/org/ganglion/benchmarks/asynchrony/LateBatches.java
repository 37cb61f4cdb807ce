package org.ganglion.benchmarks.asynchrony;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.ganglion.simulator.link.SpikeBatch;

/**
 * Batches on their way to one group, which takes them when their time has come: no thread carries them, so that what a link's
 * latency costs is not the work of one more thread. Anybody adds, the group alone takes.
 */
final class LateBatches {
    private record OnItsWay(SpikeBatch batch, long sentNanos, long dueNanos) {}

    private final Queue<OnItsWay> queue = new ConcurrentLinkedQueue<>();
    private long taken;
    private long takenNanos;

    void add(SpikeBatch batch, double latencyMs) {
        long now = System.nanoTime();
        queue.add(new OnItsWay(batch, now, now + (long) (latencyMs * 1e6)));
    }

    /** Takes those that are due. Where two were added at once, a due one may be behind one that is not yet, for a moment. */
    void takeDue(Consumer<SpikeBatch> taker) {
        for (OnItsWay next = queue.peek(); next != null; next = queue.peek()) {
            long now = System.nanoTime();
            if (next.dueNanos - now > 0) {
                return;
            }
            queue.remove();
            taken++;
            takenNanos += now - next.sentNanos;
            taker.accept(next.batch);
        }
    }

    /** Nanoseconds until the next one is due, 0 if it is; -1 if there is none. */
    long nanosUntilNext() {
        OnItsWay next = queue.peek();
        return next == null ? -1 : Math.max(0, next.dueNanos - System.nanoTime());
    }

    /** Counts anew. */
    void reset() {
        taken = 0;
        takenNanos = 0;
    }

    /** Batches taken since {@link #reset}. */
    long taken() {
        return taken;
    }

    /** Time from sending to taking, all of them together. */
    long takenNanos() {
        return takenNanos;
    }
}
