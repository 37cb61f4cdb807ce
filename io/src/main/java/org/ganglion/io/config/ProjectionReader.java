package org.ganglion.io.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Projection;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.connect.ConnectionRules;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.Values;
import org.ganglion.network.synapse.Synapse;

/** Reads one entry of the section {@code projections}, which makes one projection for each pair of populations. */
final class ProjectionReader {
    private final ItemReader items;
    private final DistributionReader distributions;
    private final Findings findings;
    private final Numbers numbers;

    ProjectionReader(ItemReader items) {
        this.items = items;
        this.findings = items.findings();
        this.numbers = items.numbers();
        this.distributions = new DistributionReader(findings, numbers);
    }

    void read(String name, Fields fields, Consumer<Projection> out) {
        ItemReader.Names from = items.names(fields.path("from"), fields.require("from", "E"));
        ItemReader.Names to = items.names(fields.path("to"), fields.require("to", "I"));
        ConnectionRule rule = rule(fields);
        SynapseReader synapses = new SynapseReader(findings, numbers, items.models(), fields);
        Optional<Yaml> weightNode =
                items.onlyCounts(to.names()) ? fields.find("weight") : fields.require("weight", "87.8 pA");
        Distribution delay = fields.require("delay", "1.5 ms")
                .map(node -> distributions.read(fields.path("delay"), node, Optional.of(Unit.MILLISECOND)))
                .orElse(Distribution.constant(Double.NaN));
        Distribution absent = Distribution.constant(items.onlyCounts(to.names()) ? 1 : Double.NaN);
        Map<Optional<Unit>, Distribution> weights = new HashMap<>();
        Map<Optional<Unit>, Synapse> models = new HashMap<>();
        boolean listed = from.listed() || to.listed();
        for (String source : from.names()) {
            for (String target : to.names()) {
                Optional<Unit> weightUnit = items.weightUnit(target);
                Synapse synapse = models.computeIfAbsent(weightUnit, synapses::read);
                Distribution weight = weights.computeIfAbsent(weightUnit, unit -> weightNode
                        .map(node -> distributions.read(fields.path("weight"), node, unit))
                        .orElse(absent));
                String own = items.expanded("projections", name, listed, source + "-" + target);
                out.accept(new Projection(own, source, target, rule, weight, delay, synapse));
            }
        }
        fields.close();
    }

    private ConnectionRule rule(Fields fields) {
        Optional<Yaml> node = fields.require("rule", "all_to_all");
        Optional<Catalog.Entry<ConnectionRule>> entry = node.flatMap(n -> numbers.word(fields.path("rule"), n))
                .flatMap(name -> find(fields, node.orElseThrow(), name));
        if (entry.isEmpty()) {
            everyParameter().forEach(fields::find);
            return UnknownRule.INSTANCE;
        }
        Map<String, Double> values = new HashMap<>();
        boolean sound = true;
        for (ParameterSpec spec : entry.get().description().parameters()) {
            Optional<Yaml> value =
                    spec.standard().isPresent() ? fields.find(spec.name()) : fields.require(spec.name(), example(spec));
            sound &= value.isPresent() || spec.standard().isPresent();
            value.map(v -> number(fields.path(spec.name()), v, spec)).ifPresent(v -> values.put(spec.name(), v));
        }
        boolean broken = !sound || values.values().stream().anyMatch(v -> v.isNaN());
        return broken
                ? UnknownRule.INSTANCE
                : entry.get().maker().apply(Values.of(entry.get().description(), values));
    }

    /** A value of a rule. Rules keep their values in types that hold only allowed ones, so these are checked here. */
    private double number(String path, Yaml node, ParameterSpec spec) {
        double value = numbers.number(path, node, spec, Optional.of(spec.unit()));
        boolean whole = spec.kind() != ParameterSpec.Kind.WHOLE || value == Math.rint(value);
        if (Double.isNaN(value) || (whole && spec.allowed().contains(value))) {
            return value;
        }
        String text = spec.unit().format(value);
        findings.report(
                node.at(),
                path,
                whole
                        ? text + " is not allowed; it must be " + spec.allowed().describe(spec.unit())
                        : text + " is not a whole number; write round(...) around it");
        return Double.NaN;
    }

    private static String example(ParameterSpec spec) {
        return spec.kind() == ParameterSpec.Kind.WHOLE ? "100" : "0.1";
    }

    private static List<String> everyParameter() {
        return ConnectionRules.CATALOG.entries().stream()
                .flatMap(e -> e.description().parameters().stream())
                .map(ParameterSpec::name)
                .toList();
    }

    private Optional<Catalog.Entry<ConnectionRule>> find(Fields fields, Yaml node, String name) {
        Optional<Catalog.Entry<ConnectionRule>> entry = ConnectionRules.CATALOG.find(name);
        if (entry.isEmpty()) {
            String message = Suggestion.unknown("connection rule", name, ConnectionRules.CATALOG.names());
            findings.report(node.at(), fields.path("rule"), message);
        }
        return entry;
    }
}
