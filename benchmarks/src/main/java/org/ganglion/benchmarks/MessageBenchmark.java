package org.ganglion.benchmarks;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.AllToAll;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.actor.ActorSimulation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One step of groups that all read each other with a delay of one step and have next to nothing to compute. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "--sun-misc-unsafe-memory-access=allow"})
public class MessageBenchmark {
    private static final int STEPS = 10_000;

    @Param({"2", "4", "16"})
    public int groups;

    private Simulation simulation = build(2);
    private long step;

    @Setup
    public void build() {
        simulation.close();
        simulation = build(groups);
    }

    private static Simulation build(int groups) {
        Experiment experiment = NetworkBuilder.named("rounds")
                .population("silent", 32 * groups, "parrot_neuron")
                .project("silent", "silent", new AllToAll(true), weight(1), delayMs(0.1))
                .simulate(RunSettings.DEFAULT.withDurationMs(1e6).withGroups(groups));
        try {
            return ActorSimulation.build(experiment, Recording.NONE);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public long round() throws IOException, InterruptedException {
        step += STEPS;
        simulation.runTo(step);
        return step;
    }

    @TearDown
    public void close() {
        simulation.close();
    }
}
