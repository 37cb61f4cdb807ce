package org.ganglion.io.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.connect.ConnectionRules;
import org.ganglion.network.connect.ListedSynapses;
import org.ganglion.network.connect.SpatialRule;
import org.ganglion.network.space.Mask;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.Values;

/** Reads the key {@code rule} of a projection and the parameters that belong to it. */
final class RuleReader {
    private final ItemReader items;
    private final Findings findings;
    private final Numbers numbers;
    private final SpaceReader space;

    RuleReader(ItemReader items) {
        this.items = items;
        this.findings = items.findings();
        this.numbers = items.numbers();
        this.space = new SpaceReader(findings, numbers);
    }

    /** The rule of a projection; {@link UnknownRule} where it is broken, which has been reported. */
    ConnectionRule read(Fields fields, ItemReader.Names from, ItemReader.Names to) {
        Optional<Yaml> node = fields.require("rule", "all_to_all");
        String name = node.flatMap(n -> numbers.word(fields.path("rule"), n)).orElse("");
        if (name.equals(ListedSynapses.DESCRIPTION.name())) {
            return list(fields, node.orElseThrow(), from, to);
        }
        Optional<Catalog.Entry<ConnectionRule>> entry = ConnectionRules.CATALOG.find(name);
        if (entry.isEmpty()) {
            if (!name.isEmpty()) {
                String message = Suggestion.unknown("connection rule", name, ConnectionRules.names());
                findings.report(node.orElseThrow().at(), fields.path("rule"), message);
            }
            everyKey().forEach(fields::find);
            return UnknownRule.INSTANCE;
        }
        return rule(fields, entry.get());
    }

    private ConnectionRule rule(Fields fields, Catalog.Entry<ConnectionRule> entry) {
        Map<String, Double> values = new HashMap<>();
        Map<String, Yaml> kernels = new HashMap<>();
        String kernelName = ConnectionRules.kernelOf(entry.description().name()).orElse("");
        boolean sound = true;
        for (ParameterSpec spec : entry.description().parameters()) {
            Optional<Yaml> value =
                    spec.standard().isPresent() ? fields.find(spec.name()) : fields.require(spec.name(), example(spec));
            sound &= value.isPresent() || spec.standard().isPresent();
            if (value.isPresent() && spec.name().equals(kernelName) && SpaceReader.isKernel(value.get())) {
                kernels.put(kernelName, value.get());
                values.put(kernelName, 1.0); // stands for the kernel, which takes its place
            } else {
                value.map(v -> number(fields.path(spec.name()), v, spec)).ifPresent(v -> values.put(spec.name(), v));
            }
        }
        boolean own = entry.description().parameter(kernelName).isPresent();
        if (!kernelName.isEmpty() && !own) {
            fields.find(kernelName).ifPresent(v -> kernels.put(kernelName, v));
        }
        Optional<Yaml> maskNode = kernelName.isEmpty() ? Optional.empty() : fields.find(SpaceReader.MASK);
        Optional<Mask> mask = maskNode.flatMap(v -> space.mask(fields.path(SpaceReader.MASK), v));
        Optional<Formula> kernel =
                kernels.values().stream().findFirst().flatMap(v -> space.kernel(fields.path(kernelName), v));
        boolean broken = !sound
                || values.values().stream().anyMatch(v -> v.isNaN())
                || mask.isEmpty() != maskNode.isEmpty()
                || kernel.isEmpty() != kernels.isEmpty();
        if (broken) {
            return UnknownRule.INSTANCE;
        }
        ConnectionRule rule = entry.maker().apply(Values.of(entry.description(), values));
        return rule instanceof SpatialRule spatial
                ? spatial.with(kernel.orElse(spatial.kernel()), mask.orElse(Mask.EVERYWHERE))
                : rule;
    }

    private ConnectionRule list(Fields fields, Yaml node, ItemReader.Names from, ItemReader.Names to) {
        if (from.names().size() != 1 || to.names().size() != 1) {
            findings.report(
                    node.at(),
                    fields.path("rule"),
                    "a list is for one source and one target; name one in from and in to");
            everyKey().forEach(fields::find);
            return UnknownRule.INSTANCE;
        }
        String source = from.names().getFirst();
        String target = to.names().getFirst();
        SynapseListReader.End sources = new SynapseListReader.End(source, items.size(source));
        SynapseListReader.End targets = new SynapseListReader.End(target, items.size(target));
        if (sources.size() < 1 || targets.size() < 1) {
            everyKey().forEach(fields::find);
            return UnknownRule.INSTANCE;
        }
        return new SynapseListReader(findings, numbers)
                .read(fields, sources, targets, items.weightUnit(target).orElse(Unit.NONE))
                .<ConnectionRule>map(ListedSynapses::new)
                .orElse(UnknownRule.INSTANCE);
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

    /** Keys that some rule has, so that none of them is held against a rule that is not known. */
    private static List<String> everyKey() {
        return Stream.concat(
                        ConnectionRules.ALL.stream()
                                .flatMap(d -> d.parameters().stream())
                                .map(ParameterSpec::name),
                        Stream.of(SpaceReader.MASK, FileReference.SHA256, ProjectionReader.MAKE_SYMMETRIC))
                .distinct()
                .toList();
    }
}
