package org.ganglion.simulator.actor;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;

/**
 * The executor of all dispatchers: a fork-join pool in which every run of a mailbox is a task of its own.
 *
 * <p>Akka hands the same mailbox object, which is a fork-join task, to its pool again and again. The pool of JDK 25 can
 * refuse such a task though its queue is almost empty; the actor then sleeps for ever with messages in its mailbox. A fresh
 * task each time avoids it (docs/decisions/0004-executor.md).
 */
public final class FreshTaskExecutor extends ExecutorServiceConfigurator {
    private final int parallelism;

    /** Called by Akka: {@code parallelism} is read from the dispatcher's configuration. */
    public FreshTaskExecutor(Config config, DispatcherPrerequisites prerequisites) {
        super(config, prerequisites);
        this.parallelism = config.getInt("parallelism");
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
        return () -> pool();
    }

    private ExecutorService pool() {
        return new FreshTaskPool(parallelism);
    }

    /** Hides that a mailbox is a fork-join task itself. */
    private record FreshTask(Runnable mailbox) implements Runnable {
        @Override
        public void run() {
            mailbox.run();
        }
    }

    private static final class FreshTaskPool extends ForkJoinPool {
        FreshTaskPool(int parallelism) {
            super(
                    parallelism,
                    ForkJoinPool.defaultForkJoinWorkerThreadFactory,
                    (thread, error) -> System.err.println(thread.getName() + ": " + error),
                    true);
        }

        @Override
        public void execute(Runnable task) {
            super.execute(new FreshTask(task));
        }
    }
}
