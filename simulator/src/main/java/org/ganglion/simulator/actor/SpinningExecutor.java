package org.ganglion.simulator.actor;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.concurrent.ThreadFactory;

/** The executor of the dispatcher of groups: a {@link SpinningPool} (docs/decisions/0004-executor.md). */
public final class SpinningExecutor extends ExecutorServiceConfigurator {
    private final int parallelism;

    /** Called by Akka: {@code parallelism} is read from the dispatcher's configuration. */
    public SpinningExecutor(Config config, DispatcherPrerequisites prerequisites) {
        super(config, prerequisites);
        this.parallelism = config.getInt("parallelism");
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threads) {
        return () -> new SpinningPool(parallelism, threads);
    }
}
