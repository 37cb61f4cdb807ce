package org.ganglion.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ganglion.network.random.Squares;
import org.ganglion.simulator.synapse.Calendar;
import org.ganglion.simulator.synapse.Deliver;
import org.ganglion.simulator.synapse.TouchAhead;
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
import org.openjdk.jmh.annotations.Warmup;

/** One synaptic event: runs at random places of 600 MB of rows, scattered into the sums of 38,656 neurons. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-modules",
            "jdk.incubator.vector",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:MinInlineFrequencyRatio=0",
            "-XX:+UseParallelGC",
            "-XX:+UseTransparentHugePages",
            "-Xmx3g"
        })
public class DeliveryBenchmark {
    private static final int TARGETS = 38_656;
    private static final int WORDS = 150_000_000;
    private static final int EVENTS = 1 << 16;
    private static final long KEY = 0x548c9decbce65297L;

    /** Synapses in a run: the microcircuit has some 43 on two cores, Brunel's network 625. */
    @Param({"16", "43", "128", "625"})
    public int run;

    private int[] packed = {};
    private short[] constant = {};
    private final int[] sums = new int[TARGETS];
    private final Calendar calendar = new Calendar(16);
    private long step;

    @Setup
    public void fill() {
        packed = new int[WORDS];
        constant = new short[2 * WORDS];
        for (int i = 0; i < WORDS; i++) {
            int target = Squares.indexHigh(Squares.bits(KEY, i), TARGETS);
            packed[i] = i % (run + 1) == 0 ? run : 1400 << 16 | target;
        }
        for (int i = 0; i < constant.length; i++) {
            int at = i % (run + 3);
            constant[i] =
                    at < 3 ? (short) (at == 0 ? run : 0) : (short) Squares.indexLow(Squares.bits(KEY, i), TARGETS);
        }
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long packed() {
        fileCursors(WORDS / (run + 1), run + 1);
        return Deliver.packed(packed, 0, sums, calendar, TouchAhead.of(4 * (run + 1), 1), step++);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long constant() {
        fileCursors(2 * WORDS / (run + 3), run + 3);
        return Deliver.constant(constant, 3, sums, calendar, TouchAhead.of(2 * (run + 3), 1), step++);
    }

    private void fileCursors(int rows, int words) {
        for (int i = 0; i < EVENTS / run; i++) {
            calendar.add(step, Squares.indexLow(Squares.bits(KEY, (step << 20) + i), rows) * words);
        }
    }
}
