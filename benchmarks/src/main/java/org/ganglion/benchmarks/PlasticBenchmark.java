package org.ganglion.benchmarks;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.ganglion.network.random.Squares;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.simulator.plastic.PlasticBuilder;
import org.ganglion.simulator.plastic.PlasticSpec;
import org.ganglion.simulator.plastic.PlasticSynapses;
import org.jspecify.annotations.Nullable;
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

/**
 * One event over a plastic synapse: 10,000 neurons with 1,000 synapses each from random ones of the others, all of which
 * fire at random 25 times a second. Includes what their own spikes cost.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-modules",
            "jdk.incubator.vector",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:MinInlineFrequencyRatio=0",
            "-XX:+UseParallelGC",
            "-XX:+UseTransparentHugePages",
            "-Xmx2g"
        })
public class PlasticBenchmark {
    private static final int NEURONS = 10_000;
    private static final int INDEGREE = 1_000;
    private static final int STEPS = 40;
    private static final int SPIKES = 25; // a step
    private static final double DT_MS = 0.1;
    private static final double LARGEST = 24;
    private static final int MEAN_DELAY = 15;
    private static final int RING = 64;
    private static final double UNIT = 0x1p-14;
    private static final long KEY = 0x548c9decbce65297L;

    /** {@code mu_plus mu_minus}: the additive rule, that of van Rossum, the multiplicative one, a power law. */
    @Param({"0 0", "0 1", "1 1", "0.4 0.4"})
    public String mu = "0 0";

    /** How many delays there are, around 1.5 ms. */
    @Param({"1", "15"})
    public int delays = 1;

    private @Nullable PlasticSynapses synapses;
    private int[] runs = {}; // [source * delays + delay]
    private final int[][] fired = new int[RING][SPIKES]; // [step % RING]
    private final int[] sums = new int[NEURONS];
    private long step;

    @Setup
    public void build() {
        int first = MEAN_DELAY - delays / 2;
        PlasticBuilder builder = new PlasticBuilder(spec(first + delays - 1), 0);
        int[] next = count();
        runs = new int[next.length];
        int[] numbers = new int[next.length];
        int[] words = builder.begin(next.length, NEURONS * INDEGREE);
        int position = 0;
        for (int r = 0; r < next.length; r++) {
            int count = next[r];
            runs[r] = position;
            builder.header(position, count, first + r % delays);
            words[position] |= (r + 1) % delays == 0 ? 0 : 1 << 24;
            numbers[r] = builder.firstNumber();
            next[r] = position + PlasticSynapses.HEADER_WORDS;
            position = next[r] + count;
        }
        for (int target = 0; target < NEURONS; target++) {
            builder.target(target);
            for (int k = 0; k < INDEGREE; k++) {
                long id = (long) target << 32 | k;
                int run = runOf(target, k);
                builder.synapse(next[run]++, numbers[run], LARGEST * Squares.uniform(Squares.bits(KEY, id)), id);
                numbers[run] += builder.stride();
            }
        }
        synapses = builder.build();
        System.out.printf("%n%.1f bytes a synapse%n", synapses.bytes() / (double) NEURONS / INDEGREE);
    }

    private PlasticSpec spec(int maxDelay) {
        String[] exponents = mu.split(" ", 2);
        Synapse synapse = Synapse.of("stdp_synapse")
                .set("lambda", 0.001)
                .set("alpha", 1.05)
                .set("mu_plus", Double.parseDouble(exponents[0]))
                .set("mu_minus", Double.parseDouble(exponents[1]))
                .set("Wmax", LARGEST);
        return new PlasticSpec(
                "plastic",
                synapse.plasticity(DT_MS).orElseThrow(),
                0,
                0,
                1,
                maxDelay - delays + 1,
                maxDelay,
                UNIT,
                LARGEST,
                false,
                0);
    }

    private int[] count() {
        int[] count = new int[NEURONS * delays];
        for (int target = 0; target < NEURONS; target++) {
            for (int k = 0; k < INDEGREE; k++) {
                count[runOf(target, k)]++;
            }
        }
        return count;
    }

    /** The run of a synapse, from a random source at a random delay. */
    private int runOf(int target, int k) {
        return Squares.indexHigh(Squares.bits(KEY, (long) target * INDEGREE + k), NEURONS * delays);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS * SPIKES * INDEGREE)
    public int[] event() {
        PlasticSynapses all = Objects.requireNonNull(synapses);
        for (int i = 0; i < STEPS; i++, step++) {
            all.beginStep(step);
            deliver(all);
            int[] now = fired[(int) step & (RING - 1)];
            for (int spike = 0; spike < SPIKES; spike++) {
                now[spike] = Squares.indexLow(Squares.bits(KEY, step * SPIKES + spike), NEURONS);
                all.postSpike(now[spike], step);
            }
        }
        return sums;
    }

    private void deliver(PlasticSynapses all) {
        int first = MEAN_DELAY - delays / 2;
        for (int d = 0; d < delays; d++) {
            if (step >= first + d) {
                for (int source : fired[(int) (step - first - d) & (RING - 1)]) {
                    all.deliver(runs[source * delays + d], step, sums);
                }
            }
        }
    }
}
