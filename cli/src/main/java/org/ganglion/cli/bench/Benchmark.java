package org.ganglion.cli.bench;

import java.io.IOException;
import java.nio.file.Path;

/** A series of runs on one machine. */
public final class Benchmark {
    private final MachineLimits limits;
    private final int threads;

    private Benchmark(MachineLimits limits, int threads) {
        this.limits = limits;
        this.threads = threads;
    }

    /** Measures the machine with this many threads, which the networks will have too. */
    public static Benchmark prepare(int threads) throws InterruptedException {
        return new Benchmark(MachineLimits.measure(threads), threads);
    }

    /** The limits of the machine, as text. */
    public String limits() {
        return BenchTable.limits(limits, threads);
    }

    /**
     * Runs one network.
     *
     * @param root folder of the project, where the descriptions are
     */
    public BenchRun run(StandardNetwork network, Path root) throws IOException, InterruptedException {
        return BenchRun.of(network.name(), network.experiment(root, threads), limits);
    }
}
