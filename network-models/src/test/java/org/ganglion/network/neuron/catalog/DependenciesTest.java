package org.ganglion.network.neuron.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.OtherColumns;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.neuron.gif.GifPscExp;
import org.ganglion.network.neuron.glif.GlifPsc;
import org.ganglion.network.spec.ParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Coefficients are computed from no other parameters than those they are said to depend on. Otherwise the first neuron of
 * a slice decides for all where only another parameter is drawn, and results depend on groups.
 */
class DependenciesTest {

    /** Whether a parameter was asked for being drawn, or for its value of a neuron. */
    private record Query(String parameter, boolean whetherDrawn, int neuron) {}

    /** Neurons that differ in nothing, and what a model asks about them. */
    private record Asked(Columns columns, List<Query> queries) implements OtherColumns {
        @Override
        public boolean drawn(String parameter) {
            queries.add(new Query(parameter, true, 0));
            return false;
        }

        @Override
        public double parameter(String name, int neuron) {
            queries.add(new Query(name, false, neuron));
            return columns.parameter(name, neuron);
        }
    }

    static List<NeuronModel> models() {
        return NeuronModels.ALL;
    }

    private static TestColumns columns(NeuronModel model) {
        return new TestColumns(model.description(), 200);
    }

    @ParameterizedTest
    @MethodSource("models")
    void coefficientsDependOnWhatTheyAreSaidTo(NeuronModel model) {
        assertEquals(Set.of(), untold(model, columns(model)));
        for (ParameterSpec spec : model.description().parameters()) {
            if (spec.kind() == ParameterSpec.Kind.SWITCH) {
                assertEquals(Set.of(), untold(model, columns(model).set(spec.name(), 1)), spec.name());
                assertEquals(Set.of(), untold(model, columns(model).set(spec.name(), 0)), spec.name());
            }
        }
    }

    @Test
    void likewiseOfLists() {
        NeuronModel gif = new GifPscExp();
        TestColumns adapting = columns(gif)
                .setList("tau_sfa", List.of(10.0, 100.0))
                .setList("q_sfa", List.of(5.0, 1.0))
                .setList("tau_stc", List.of(5.0, 20.0, 40.0))
                .setList("q_stc", List.of(20.0, -3.0, 4.0));
        assertEquals(Set.of(), untold(gif, adapting));
        NeuronModel glif = new GlifPsc();
        TestColumns full = columns(glif)
                .set("spike_dependent_threshold", 1)
                .set("after_spike_currents", 1)
                .set("adapting_threshold", 1)
                .setList("tau_syn", List.of(1.0, 4.0));
        assertEquals(Set.of(), untold(glif, full));
    }

    /**
     * Values of the first neuron that were read without being asked whether they are drawn just before; where that of the
     * second one follows, all are read.
     */
    private static Set<String> untold(NeuronModel model, TestColumns columns) {
        List<Query> queries = new ArrayList<>();
        model.create(new Asked(columns, queries), 0.1);
        Set<String> switches = model.description().parameters().stream()
                .filter(p -> p.kind() == ParameterSpec.Kind.SWITCH)
                .map(ParameterSpec::name)
                .collect(Collectors.toSet());
        queries.removeIf(q -> switches.contains(q.parameter)); // the same for a whole population
        Set<String> untold = new TreeSet<>();
        Set<String> told = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        boolean telling = false;
        for (Query query : queries) {
            if (query.whetherDrawn && !telling) {
                close(open, told, untold);
            }
            if (query.whetherDrawn) {
                told.add(query.parameter);
            } else if (query.neuron == 0 && !told.contains(query.parameter)) {
                open.add(query.parameter);
            } else if (query.neuron > 0) {
                open.remove(query.parameter);
            }
            telling = query.whetherDrawn;
        }
        close(open, told, untold);
        return untold;
    }

    private static void close(Set<String> open, Set<String> told, Set<String> untold) {
        open.forEach(parameter -> untold.add(parameter + " beside " + told));
        open.clear();
        told.clear();
    }
}
