package org.ganglion.benchmarks.asynchrony;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** Carries everything for the same time, in the order in which it was handed over; a thread of its own waits for it. */
final class Cable implements AutoCloseable {
    private record Carried(long sentNanos, long dueNanos, Runnable delivery) {}

    private final BlockingQueue<Carried> onTheWay = new LinkedBlockingQueue<>();
    private final LongAdder carried = new LongAdder();
    private final LongAdder carriedNanos = new LongAdder();
    private final Thread thread = Thread.ofPlatform().daemon().name("cable").start(this::deliver);

    void carry(double latencyMs, Runnable delivery) {
        long now = System.nanoTime();
        onTheWay.add(new Carried(now, now + (long) (latencyMs * 1e6), delivery));
    }

    private void deliver() {
        try {
            while (true) {
                Carried next = onTheWay.take();
                for (long left = next.dueNanos - System.nanoTime(); left > 0; ) {
                    LockSupport.parkNanos(left);
                    if (Thread.interrupted()) {
                        return;
                    }
                    left = next.dueNanos - System.nanoTime();
                }
                carriedNanos.add(System.nanoTime() - next.sentNanos);
                carried.increment();
                next.delivery.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    /** Waits until all is delivered that was handed over before, and begins to count anew. */
    void drain() {
        CompletableFuture<Void> last = new CompletableFuture<>();
        carry(0, () -> last.complete(null));
        last.join();
        carried.reset();
        carriedNanos.reset();
    }

    /** What has been delivered since {@link #drain}. */
    long carried() {
        return carried.sum();
    }

    /** How long that was on its way in truth, on average; 0 if there was nothing. */
    double meanMs() {
        long count = carried.sum();
        return count == 0 ? 0 : carriedNanos.sum() * 1e-6 / count;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
