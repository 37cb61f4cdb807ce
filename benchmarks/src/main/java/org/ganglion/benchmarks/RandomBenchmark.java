package org.ganglion.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.PoissonDraw;
import org.ganglion.network.random.PoissonDrawVector;
import org.ganglion.network.random.PoissonTable;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.random.Squares;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Random numbers: 64 bits of Squares, and Poisson counts for a chunk of 1,024 neurons. */
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
            "-XX:MinInlineFrequencyRatio=0"
        })
public class RandomBenchmark {
    private static final int CHUNK = 1024;

    private final long key = Keys.of(1, Purpose.POISSON_INPUT, 0);
    private final long tieKey = Keys.of(1, Purpose.TIE_BREAK, 0);
    private final PoissonTable table = PoissonTable.of(1.68);
    private final float[] out = new float[CHUNK];
    private final long[] room = new long[PoissonDrawVector.ROOM];
    private long step;

    @Benchmark
    @OperationsPerInvocation(CHUNK)
    public long squares() {
        long sum = 0;
        long counter = CHUNK * step++;
        for (int i = 0; i < CHUNK; i++) {
            sum += Squares.bits(key, counter + i);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(CHUNK)
    public float[] poissonScalar() {
        PoissonDraw.add(key, tieKey, table, step++ & 0xFFFF, 0, 1, CHUNK / 32, 1f, out, 0);
        return out;
    }

    @Benchmark
    @OperationsPerInvocation(CHUNK)
    public float[] poissonVector() {
        PoissonDrawVector.add(key, tieKey, table, step++ & 0xFFFF, 0, 1, CHUNK / 32, 1f, out, 0, room);
        return out;
    }
}
