package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Population;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.space.Positions;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/** The section {@code populations}, and what other sections need to know of it. */
final class PopulationTable {
    private final Findings findings;
    private final Numbers numbers;
    private final KnownModels models;
    private final DistributionReader distributions;
    private final PositionsReader positions;
    private final Map<String, Population> populations = new LinkedHashMap<>();
    private final Map<String, List<Receptor>> receptors = new LinkedHashMap<>();

    PopulationTable(Findings findings, Numbers numbers, KnownModels models) {
        this.findings = findings;
        this.models = models;
        this.numbers = numbers;
        this.distributions = new DistributionReader(findings, numbers);
        this.positions = new PositionsReader(findings, numbers);
    }

    void read(Fields section) {
        for (String name : section.keys()) {
            if (name.equals("all")) {
                findings.report(
                        section.keyAt(name), section.path(name), "all stands for all populations; choose another name");
            }
            findings.place(section.path(name), section.keyAt(name));
            Population broken = new Population(name, 0, UnknownModel.INSTANCE, Map.of(), Map.of());
            Population population = section.find(name)
                    .flatMap(node -> Fields.of(findings, section.path(name), node, section.keyAt(name)))
                    .map(fields -> population(name, fields))
                    .orElse(broken);
            populations.put(name, population);
            receptors.put(name, receptorsOf(population));
        }
        section.close();
    }

    List<Population> populations() {
        return new ArrayList<>(populations.values());
    }

    /** The models that can be named. */
    KnownModels models() {
        return models;
    }

    Set<String> names() {
        return populations.keySet();
    }

    /** Where a population takes spikes; nowhere if it or its model is not known. */
    List<Receptor> receptors(String name) {
        return receptors.getOrDefault(name, List.of());
    }

    /** Number of neurons of a population; 0 where it is not known. */
    int size(String name) {
        Population population = populations.get(name);
        return population == null ? 0 : population.size();
    }

    private Population population(String name, Fields fields) {
        Optional<NeuronModel> model = fields.require("model", exampleModel())
                .flatMap(node -> numbers.word(fields.path("model"), node).flatMap(word -> find(fields, node, word)));
        int size = fields.require("size", "100")
                .map(node -> numbers.whole(fields.path("size"), node, 0))
                .orElse(0);
        Map<String, Distribution> parameters = values(fields, "parameters", model);
        Map<String, Distribution> initial = values(fields, "initial", model);
        Positions places = positions.read(fields);
        fields.close();
        if (model.isEmpty()) {
            findings.suspect(fields.path("size"));
            return new Population(name, Math.min(size, 0), UnknownModel.INSTANCE, Map.of(), Map.of());
        }
        return new Population(name, size, model.get(), parameters, initial, places);
    }

    private static String exampleModel() {
        return NeuronModels.ALL.stream().map(NeuronModel::name).findFirst().orElse("...");
    }

    private Optional<NeuronModel> find(Fields fields, Yaml node, String name) {
        Optional<NeuronModel> model = models.neuron(name);
        if (model.isEmpty()) {
            models.reportNeuron(findings, node.at(), fields.path("model"), name);
        }
        return model;
    }

    private Map<String, Distribution> values(Fields fields, String section, Optional<NeuronModel> model) {
        Map<String, Distribution> values = new LinkedHashMap<>();
        Optional<Fields> inner = fields.findSection(section)
                .flatMap(node -> Fields.of(findings, fields.path(section), node, fields.keyAt(section)));
        inner.ifPresent(keys -> {
            Map<String, ParameterSpec> known = known(section, model.map(NeuronModel::description));
            if (model.isPresent()) {
                known.forEach((name, spec) ->
                        keys.find(name).ifPresent(node -> values.putAll(values(keys.path(name), node, spec))));
                keys.close();
            } else {
                keys.keys().forEach(name -> keys.find(name)
                        .ifPresent(node -> distributions.read(keys.path(name), node, Optional.empty())));
            }
        });
        return values;
    }

    /** The value of a parameter or variable, or those of the elements of a list, by name. */
    private Map<String, Distribution> values(String path, Yaml node, ParameterSpec spec) {
        Optional<Unit> unit = Optional.of(spec.unit());
        return switch (spec.kind()) {
            case SWITCH -> Map.of(spec.name(), Distribution.constant(numbers.number(path, node, spec, unit)));
            case REAL, WHOLE -> Map.of(spec.name(), distributions.read(path, node, unit));
            case LIST -> {
                List<Yaml> items = numbers.list(path, node);
                if (items.isEmpty() && !spec.standardList().isEmpty()) {
                    findings.report(node.at(), path, "has no elements; give at least one");
                }
                Map<String, Distribution> elements = new LinkedHashMap<>();
                for (int i = 0; i < items.size(); i++) {
                    String item = Elements.name(path, i);
                    elements.put(Elements.name(spec.name(), i), distributions.read(item, items.get(i), unit));
                }
                yield elements;
            }
        };
    }

    /** What can be set in a section of a population, by name. */
    private static Map<String, ParameterSpec> known(String section, Optional<Description> model) {
        Map<String, ParameterSpec> known = new LinkedHashMap<>();
        if (model.isPresent() && section.equals("parameters")) {
            model.get().parameters().forEach(spec -> known.put(spec.name(), spec));
        } else if (model.isPresent()) {
            model.get().variables().stream()
                    .filter(VariableSpec::settable)
                    .forEach(v -> known.put(
                            v.name(), ParameterSpec.requiredReal(v.name(), v.unit(), Range.ANY, v.sentence())));
        }
        return known;
    }

    /** Receptors with the given parameters, or with the model's own where the given ones are broken. */
    private static List<Receptor> receptorsOf(Population population) {
        Population whole = new Population(population.name(), 1, population.model(), Map.of(), Map.of());
        boolean complete = population.model().description().parameters().stream()
                .allMatch(spec -> spec.isList()
                        || spec.standard().isPresent()
                        || population.parameters().containsKey(spec.name()));
        boolean sound = population.parameters().values().stream().noneMatch(v -> Double.isNaN(v.quantile(0.5)));
        if (!complete) {
            return List.of();
        }
        return population.model().receptors((sound ? population : whole).allParameters());
    }
}
