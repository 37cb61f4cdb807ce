package org.ganglion.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.PerNeuron;
import org.ganglion.network.random.SharedDraw;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.VariableSpec;

/** Checks one population by itself. */
final class PopulationCheck {

    /** Up to this many drawn parameters, all combinations of their extremes are checked together. */
    private static final int MAX_COMBINED = 6;

    private final Report report;
    private final Population population;
    private final String path;

    private PopulationCheck(Report report, Population population) {
        this.report = report;
        this.population = population;
        this.path = "populations." + population.name();
    }

    /** Checks the number of neurons; whether all is well. */
    static boolean size(Report report, Population population) {
        if (population.size() >= 1) {
            return true;
        }
        report.add(
                "populations." + population.name() + ".size",
                population.size() + " neurons cannot be simulated; it must be at least 1");
        return false;
    }

    /** Checks parameters, each by itself and all together; whether all is well. */
    static boolean parameters(Report report, Population population) {
        int before = report.count();
        PopulationCheck check = new PopulationCheck(report, population);
        check.parameters();
        if (report.count() == before) {
            check.together();
        }
        return report.count() == before;
    }

    /** Checks where the neurons are; whether all is well. */
    static boolean positions(Report report, Population population) {
        int before = report.count();
        String path = "populations." + population.name() + ".positions.";
        population.positions().check(population.size(), (key, message) -> report.add(path + key, message));
        return report.count() == before;
    }

    static void initial(Report report, Population population) {
        new PopulationCheck(report, population).initial();
    }

    private void parameters() {
        Description model = population.model().description();
        population.parameters().forEach((name, value) -> model.parameter(name)
                .ifPresentOrElse(
                        spec -> ValueCheck.ofNeurons(report, path + ".parameters." + name, value, spec),
                        () -> unknown("parameters", "parameter", name, parameterNames(model))));
        for (ParameterSpec spec : model.parameters()) {
            if (spec.isList()) {
                noGap(spec.name());
            } else if (spec.standard().isEmpty() && !population.parameters().containsKey(spec.name())) {
                report.add(
                        path + ".parameters." + spec.name(), "is missing; " + model.name() + " has no default for it");
            }
        }
    }

    /** Elements of a list that a Java program has set follow each other from 0. */
    private void noGap(String list) {
        int count = Elements.count(list, population.parameters().keySet());
        population.parameters().keySet().stream()
                .filter(name -> Elements.list(name).equals(list)
                        && Elements.index(name).filter(i -> i > count).isPresent())
                .findFirst()
                .ifPresent(name -> report.add(
                        path + ".parameters." + Elements.name(list, count),
                        "is missing, but " + name + " is given; give all elements of " + list));
    }

    private void initial() {
        Description model = population.model().description();
        List<String> settable = model.variables().stream()
                .filter(VariableSpec::settable)
                .map(VariableSpec::name)
                .toList();
        population.initial().forEach((name, value) -> model.variable(name)
                .filter(VariableSpec::settable)
                .ifPresentOrElse(
                        spec -> ValueCheck.ofNeurons(report, path + ".initial." + name, value, asParameter(spec)),
                        () -> unknown("initial", "state variable", name, settable)));
    }

    private static ParameterSpec asParameter(VariableSpec spec) {
        return ParameterSpec.requiredReal(spec.name(), spec.unit(), spec.allowed(), spec.sentence());
    }

    private void unknown(String section, String what, String name, List<String> allowed) {
        String of = what + " of " + population.model().name();
        report.add(path + "." + section + "." + name, Suggestion.unknown(of, name, allowed));
    }

    private static List<String> parameterNames(Description model) {
        return model.parameters().stream().map(ParameterSpec::name).toList();
    }

    /**
     * What the model says of all parameters taken together: of each neuron where they are given for each, and at some
     * of the numbers that a neuron may draw where several follow from one.
     */
    private void together() {
        Map<String, Distribution> all = population.allParameters();
        boolean shared = all.values().stream().anyMatch(value -> value instanceof SharedDraw);
        int before = report.count();
        for (int i = 0; i < (shared ? SharedDraw.PROBES : 1) && report.count() == before; i++) {
            double u = SharedDraw.probe(i);
            Map<String, Distribution> one = new LinkedHashMap<>(all);
            one.replaceAll(
                    (name, value) -> value instanceof SharedDraw ? Distribution.constant(value.quantile(u)) : value);
            ofEachNeuron(one);
        }
    }

    private void ofEachNeuron(Map<String, Distribution> all) {
        boolean given = all.values().stream().anyMatch(value -> value instanceof PerNeuron);
        Set<Map<String, Double>> checked = new HashSet<>();
        int before = report.count();
        for (int i = 0; i < (given ? population.size() : 1) && report.count() == before; i++) {
            Map<String, Distribution> one = new LinkedHashMap<>(all);
            Map<String, Double> own = new LinkedHashMap<>();
            int neuron = i;
            one.replaceAll((name, value) -> {
                if (!(value instanceof PerNeuron values)) {
                    return value;
                }
                own.put(name, values.value(neuron));
                return Distribution.constant(values.value(neuron));
            });
            if (checked.add(own)) {
                extremes(one);
            }
        }
    }

    /** What the model says of parameters at the extremes of the drawn ones. */
    private void extremes(Map<String, Distribution> all) {
        List<String> drawn = new ArrayList<>();
        all.forEach((name, value) -> {
            if (!value.isConstant()) {
                drawn.add(name);
            }
        });
        int combined = Math.min(drawn.size(), MAX_COMBINED);
        for (int corner = 0; corner < 1 << combined; corner++) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (Map.Entry<String, Distribution> entry : all.entrySet()) {
                int position = drawn.indexOf(entry.getKey());
                boolean largest = position >= 0 && (corner >> Math.min(position, combined - 1) & 1) == 1;
                Distribution value = entry.getValue();
                values.put(entry.getKey(), largest ? value.largest() : value.smallest());
            }
            population.model().check(values, (name, message) -> report.add(path + ".parameters." + name, message));
        }
    }
}
