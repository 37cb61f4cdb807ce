package org.ganglion.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.VariableSpec;
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

/** One step of one neuron, chunk by chunk as a group does it: 38,656 neurons, half of a cortical microcircuit. */
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
            "-XX:+UseTransparentHugePages"
        })
public class StepBenchmark {
    static final int NEURONS = 38_656;
    private static final int CHUNK = 1024;

    @Param({
        "iaf_psc_delta",
        "iaf_psc_exp",
        "iaf_psc_alpha",
        "iaf_cond_exp",
        "iaf_cond_alpha",
        "iaf_cond_exp_sfa_rr",
        "aeif_cond_exp",
        "aeif_cond_alpha",
        "izhikevich",
        "hh_psc_alpha",
        "gif_psc_exp",
        "glif_psc",
        "ignore_and_fire"
    })
    public String model = "";

    private NeuronState state = idle();
    private final float[][] input = new float[2][CHUNK];
    private final long[] fired = new long[NEURONS / 64];
    private long step;

    @Setup
    public void create() {
        state = NeuronModels.find(model)
                .orElseThrow()
                .create(new Defaults(NeuronModels.find(model).orElseThrow()), 0.1);
    }

    private static NeuronState idle() {
        NeuronModel parrot = NeuronModels.find("parrot_neuron").orElseThrow();
        return parrot.create(new Defaults(parrot), 0.1);
    }

    @Benchmark
    @OperationsPerInvocation(NEURONS)
    public long[] step() {
        state.begin(step++);
        for (int first = 0; first < NEURONS; first += CHUNK) {
            state.step(first, Math.min(NEURONS, first + CHUNK), input, fired);
        }
        return fired;
    }

    /** Every parameter at its default. */
    private record Defaults(NeuronModel model) implements Columns {
        @Override
        public int size() {
            return NEURONS;
        }

        @Override
        public int elements(String list) {
            return model.description()
                    .parameter(list)
                    .orElseThrow()
                    .standardList()
                    .size();
        }

        @Override
        public boolean drawn(String parameter) {
            return false;
        }

        @Override
        public double parameter(String name, int neuron) {
            Description description = model.description();
            return Elements.index(name)
                    .map(i -> description
                            .parameter(Elements.list(name))
                            .orElseThrow()
                            .standardList()
                            .get(i))
                    .orElseGet(() ->
                            description.parameter(name).orElseThrow().standard().orElseThrow());
        }

        @Override
        public double initial(String variable, int neuron) {
            VariableSpec spec = model.description().variable(variable).orElseThrow();
            return spec.standardFrom().isEmpty() ? spec.standard() : parameter(spec.standardFrom(), neuron);
        }

        @Override
        public int index(int neuron) {
            return neuron;
        }

        @Override
        public long key(int part) {
            return Keys.of(1, Purpose.NEURON_NOISE, 0, part);
        }

        @Override
        public boolean currentsInjected() {
            return false;
        }
    }
}
