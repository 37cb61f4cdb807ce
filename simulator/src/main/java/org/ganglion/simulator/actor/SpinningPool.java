package org.ganglion.simulator.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed number of threads that look for work a little while before they sleep.
 *
 * <p>Groups of a network with short delays hand over every 0.1 ms of model time; to wake a sleeping thread takes 20 to 50 us
 * of that. The look-out is bounded, so that a machine shared with others is not held up.
 */
final class SpinningPool extends AbstractExecutorService {
    private static final long LOOK_OUT_NANOS = 200_000;
    private static final int LOOKS_PER_CLOCK_READING = 64;

    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<Worker> workers = new ArrayList<>();
    private final CountDownLatch ended;
    private volatile boolean shutdown;

    SpinningPool(int threads, ThreadFactory factory) {
        this.ended = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            Worker worker = new Worker();
            workers.add(worker);
            worker.thread = factory.newThread(worker);
        }
        workers.forEach(w -> w.thread.start());
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        for (int i = 0; i < workers.size(); i++) {
            Worker worker = workers.get(i);
            if (worker.asleep) {
                worker.asleep = false;
                LockSupport.unpark(worker.thread);
                return;
            }
        }
    }

    private final class Worker implements Runnable {
        private volatile boolean asleep;
        private Thread thread = Thread.currentThread(); // its own, set before it starts

        @Override
        public void run() {
            while (!shutdown || !tasks.isEmpty()) {
                Runnable task = lookOut();
                if (task == null) {
                    sleep();
                } else {
                    execute(task);
                }
            }
            ended.countDown();
        }

        private static void execute(Runnable task) {
            try {
                task.run();
            } catch (RuntimeException e) {
                Thread current = Thread.currentThread();
                current.getUncaughtExceptionHandler().uncaughtException(current, e);
            }
        }

        private @org.jspecify.annotations.Nullable Runnable lookOut() {
            Runnable task = tasks.poll();
            long begin = task == null ? System.nanoTime() : 0;
            while (task == null && System.nanoTime() - begin < LOOK_OUT_NANOS) {
                for (int i = 0; i < LOOKS_PER_CLOCK_READING && task == null; i++) {
                    Thread.onSpinWait();
                    task = tasks.poll();
                }
            }
            return task;
        }

        /** Says that it sleeps before it looks a last time: whoever adds a task then either is seen or wakes it. */
        private void sleep() {
            asleep = true;
            if (tasks.isEmpty() && !shutdown) {
                LockSupport.park(this);
            }
            asleep = false;
        }
    }

    @Override
    public void shutdown() {
        shutdown = true;
        workers.forEach(w -> LockSupport.unpark(w.thread));
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        List<Runnable> left = new ArrayList<>();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            left.add(task);
        }
        return left;
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return ended.getCount() == 0;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return ended.await(timeout, unit);
    }
}
