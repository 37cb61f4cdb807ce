package org.ganglion.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;

/** Descriptions of networks whose output is tested; nothing is simulated. */
public final class TestExperiments {
    private TestExperiments() {}

    /** A model that can be recorded and never runs. */
    private static final NeuronModel MODEL = new NeuronModel() {
        @Override
        public Description description() {
            List<VariableSpec> variables = List.of(
                    VariableSpec.recordable("V_m", Unit.MILLIVOLT, "membrane potential"),
                    VariableSpec.recordable("I_syn", Unit.PICOAMPERE, "synaptic current"));
            return new Description("still", "Does nothing.", "", List.of(), variables, "");
        }

        @Override
        public List<Receptor> receptors(Map<String, Distribution> parameters) {
            return List.of();
        }

        @Override
        public NeuronState create(Columns columns, double dtMs) {
            throw new UnsupportedOperationException();
        }
    };

    /** A rule that stands in a description and never draws. */
    private static final ConnectionRule RULE = new ConnectionRule() {
        @Override
        public Description description() {
            return Description.of("none", "Connects nothing.");
        }

        @Override
        public Map<String, Double> values() {
            return Map.of();
        }

        @Override
        public void check(Pair pair, BiConsumer<String, String> report) {}

        @Override
        public double expectedSynapses(Pair pair) {
            return 0;
        }

        @Override
        public Wiring wire(Pair pair, long seed, long projection) {
            throw new UnsupportedOperationException();
        }
    };

    public static Population population(String name, int size) {
        return new Population(name, size, MODEL, Map.of(), Map.of());
    }

    public static Experiment experiment(
            List<Population> populations, List<Recorder> recorders, double durationMs, double warmUpMs) {
        Network network = new Network("test", populations, projections(populations), List.of(), recorders);
        return new Experiment(
                network, RunSettings.DEFAULT.withDurationMs(durationMs).withWarmUpMs(warmUpMs));
    }

    /** Populations whose name ends in I inhibit. */
    private static List<Projection> projections(List<Population> populations) {
        List<Projection> projections = new ArrayList<>();
        for (Population source : populations) {
            double weight = source.name().endsWith("I") ? -1 : 1;
            projections.add(new Projection(
                    source.name() + "-all",
                    source.name(),
                    populations.getFirst().name(),
                    RULE,
                    Distribution.constant(weight),
                    Distribution.constant(1.5)));
        }
        return projections;
    }

    /** Splits {@code 0..size-1} into parts in a way that leaves none empty and none contiguous. */
    public static int[] partOf(int size, int parts) {
        int[] part = new int[size];
        Arrays.setAll(part, i -> (i * 31 + i / 5) % parts);
        return part;
    }
}
