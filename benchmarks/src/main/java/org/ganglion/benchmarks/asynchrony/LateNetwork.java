package org.ganglion.benchmarks.asynchrony;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.group.BuiltNetwork;
import org.ganglion.simulator.plan.Parallelism;

/** A network of {@link LateGroup}s, which is run stretch by stretch, each under another disturbance. */
final class LateNetwork implements AutoCloseable {
    /**
     * A stretch of model time as it was run.
     *
     * @param rtf wall time over model time
     * @param spikeHash of all spikes since the beginning of the run
     * @param carried batches that were on their way for a while, once for each reader
     * @param latencyMs from sending to taking, on average: a group takes what is due when it has its turn
     * @param holds times that a group was held back
     * @param holdMs for which it was in truth, on average
     */
    record Stretch(double rtf, long spikeHash, long carried, double latencyMs, long holds, double holdMs) {}

    private final double dtMs;
    private final ForkJoinPool threads;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);
    private double lastLatencyMs;
    private final List<LateGroup> groups;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private long step;

    private LateNetwork(BuiltNetwork network, Holds holds, int threads) {
        this.dtMs = network.experiment().settings().dtMs();
        this.threads = new ForkJoinPool(threads, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
        LateGroup.Surroundings around =
                new LateGroup.Surroundings(this.threads, clock, holds, failure::completeExceptionally);
        this.groups =
                network.groups().stream().map(g -> new LateGroup(g, around)).toList();
    }

    /** Builds the groups that the settings ask for; their spikes are counted and not recorded. */
    static LateNetwork build(Experiment experiment, Holds holds) throws IOException, InterruptedException {
        Parallelism chosen = Parallelism.of(experiment);
        BuiltNetwork network = BuiltNetwork.build(experiment, chosen.groups(), chosen.threads(), Recording.NONE);
        return new LateNetwork(network, holds, chosen.threads());
    }

    /** The step at which all groups are. */
    long step() {
        return step;
    }

    /** Runs all groups on from where they are. What the last stretch left on its way is waited for before the clock starts. */
    Stretch run(int steps, Disturbance disturbance) throws InterruptedException {
        Thread.sleep((long) Math.ceil(lastLatencyMs));
        lastLatencyMs = disturbance.latencyMs();
        step += steps;
        CompletableFuture<Void> done = new CompletableFuture<>();
        AtomicInteger missing = new AtomicInteger(groups.size());
        long begin = System.nanoTime();
        groups.forEach(g -> g.runTo(step, groups, disturbance, () -> {
            if (missing.decrementAndGet() == 0) {
                done.complete(null);
            }
        }));
        try {
            CompletableFuture.anyOf(done, failure).get();
        } catch (ExecutionException e) {
            throw new SimulationException("a group failed: " + e.getCause(), e);
        }
        double wallMs = (System.nanoTime() - begin) * 1e-6;
        long holds = groups.stream().mapToLong(LateGroup::holds).sum();
        double heldMs = groups.stream().mapToDouble(LateGroup::heldMs).sum();
        long carried = groups.stream().mapToLong(g -> g.onTheWay().taken()).sum();
        long carriedNanos =
                groups.stream().mapToLong(g -> g.onTheWay().takenNanos()).sum();
        return new Stretch(
                wallMs / (steps * dtMs),
                groups.stream().mapToLong(LateGroup::spikeHash).sum(),
                carried,
                carried == 0 ? 0 : carriedNanos * 1e-6 / carried,
                holds,
                holds == 0 ? 0 : heldMs / holds);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        threads.shutdownNow();
    }
}
