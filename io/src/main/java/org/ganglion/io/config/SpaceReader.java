package org.ganglion.io.config;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.space.AnnulusMask;
import org.ganglion.network.space.BallMask;
import org.ganglion.network.space.BoxMask;
import org.ganglion.network.space.Kernel;
import org.ganglion.network.space.Mask;
import org.ganglion.network.space.SpaceCatalog;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.Values;

/** Reads the mask and the kernel of a projection. */
final class SpaceReader {
    static final String MASK = "mask";
    static final String KERNEL = "kernel";

    /** What NEST calls the masks. */
    static final Map<String, String> NEST_NAMES =
            Map.of("circular", "circle", "doughnut", "annulus", "rectangular", "box", "spherical", "sphere");

    private static final List<String> MASKS =
            SpaceCatalog.MASKS.stream().map(Description::name).toList();

    private final Findings findings;
    private final Numbers numbers;
    private final NumberLists lists;

    SpaceReader(Findings findings, Numbers numbers) {
        this.findings = findings;
        this.numbers = numbers;
        this.lists = new NumberLists(findings, numbers);
    }

    /** Whether a node is not a plain number but depends on distance. */
    static boolean isKernel(Yaml node) {
        return node instanceof Yaml.Mapping || FormulaReader.mentions(node, Kernel.DISTANCE);
    }

    /** A number, an expression of distance, or a kernel by name; empty where it is broken, which has been reported. */
    Optional<Formula> kernel(String path, Yaml node) {
        if (node instanceof Yaml.Mapping) {
            return Fields.of(findings, path, node, node.at()).flatMap(this::named);
        }
        if (FormulaReader.mentions(node, Kernel.DISTANCE)) {
            return numbers.formulas().read(path, node, Kernel.DISTANCE, Unit.NONE, Unit.NONE);
        }
        double value = numbers.number(path, node, Unit.NONE);
        return Double.isNaN(value) ? Optional.empty() : Optional.of(Kernel.constant(value));
    }

    private Optional<Formula> named(Fields fields) {
        Optional<Yaml> node = fields.require(KERNEL, "gaussian");
        Optional<Catalog.Entry<Kernel>> entry = node.flatMap(n -> numbers.word(fields.path(KERNEL), n))
                .flatMap(name -> {
                    Optional<Catalog.Entry<Kernel>> found = SpaceCatalog.KERNELS.find(name);
                    if (found.isEmpty()) {
                        findings.report(
                                node.orElseThrow().at(),
                                fields.path(KERNEL),
                                Suggestion.unknown("kernel", name, SpaceCatalog.KERNELS.names()));
                    }
                    return found;
                });
        if (entry.isEmpty()) {
            fields.keys().forEach(fields::find);
            fields.close();
            return Optional.empty();
        }
        Map<String, Double> values = new HashMap<>();
        boolean sound = true;
        for (ParameterSpec spec : entry.get().description().parameters()) {
            Optional<Yaml> value =
                    spec.standard().isPresent() ? fields.find(spec.name()) : fields.require(spec.name(), "0.1");
            sound &= value.isPresent() || spec.standard().isPresent();
            value.ifPresent(v -> values.put(spec.name(), numbers.number(fields.path(spec.name()), v, Unit.NONE)));
        }
        fields.close();
        boolean broken = !sound || values.values().stream().anyMatch(v -> v.isNaN());
        return broken
                ? Optional.empty()
                : Optional.of(entry.get().maker().apply(Values.of(entry.get().description(), values)));
    }

    /** A mask; empty where it is broken, which has been reported. */
    Optional<Mask> mask(String path, Yaml node) {
        return Fields.of(findings, path, node, node.at()).flatMap(this::mask);
    }

    private Optional<Mask> mask(Fields fields) {
        Optional<Yaml> type = fields.require("type", "circle");
        String given =
                type.flatMap(node -> numbers.word(fields.path("type"), node)).orElse("");
        String name = NEST_NAMES.getOrDefault(given, given);
        Optional<Mask> mask =
                switch (name) {
                    case "circle" -> ball(fields, 2);
                    case "sphere" -> ball(fields, 3);
                    case "annulus" -> annulus(fields);
                    case "box" -> box(fields);
                    default -> {
                        type.ifPresent(node -> findings.report(
                                node.at(), fields.path("type"), Suggestion.unknown("type of mask", given, MASKS)));
                        fields.keys().forEach(fields::find);
                        yield Optional.empty();
                    }
                };
        fields.close();
        return mask;
    }

    private Optional<Mask> ball(Fields fields, int dimensions) {
        double radius = length(fields, "radius");
        List<Double> anchor = point(fields, "anchor", dimensions);
        if (anchor.size() != dimensions) {
            findings.report(
                    fields.keyAt("anchor"),
                    fields.path("anchor"),
                    "has " + anchor.size() + " numbers, but a " + (dimensions == 2 ? "circle" : "sphere") + " has "
                            + dimensions + " dimensions; give one for each");
            return Optional.empty();
        }
        return sound(radius, anchor) ? Optional.of(new BallMask(radius, anchor)) : Optional.empty();
    }

    private Optional<Mask> annulus(Fields fields) {
        double inner = length(fields, "inner_radius");
        double outer = length(fields, "outer_radius");
        List<Double> anchor = point(fields, "anchor", 2);
        return sound(inner + outer, anchor) ? Optional.of(new AnnulusMask(inner, outer, anchor)) : Optional.empty();
    }

    private Optional<Mask> box(Fields fields) {
        List<Double> low = corner(fields, "lower_left", "[-0.1, -0.1]");
        List<Double> high = corner(fields, "upper_right", "[0.1, 0.1]");
        List<Double> anchor = point(fields, "anchor", Math.max(2, low.size()));
        if (low.isEmpty() || high.isEmpty() || !sound(0, low) || !sound(0, high) || !sound(0, anchor)) {
            return Optional.empty();
        }
        if (anchor.size() != low.size() || high.size() != low.size()) {
            findings.report(
                    fields.at(),
                    fields.path(),
                    "its points have " + low.size() + ", " + high.size() + " and " + anchor.size()
                            + " numbers; give all of them 2 or all of them 3");
            return Optional.empty();
        }
        return Optional.of(new BoxMask(low, high, anchor));
    }

    private List<Double> corner(Fields fields, String key, String example) {
        return fields.require(key, example)
                .map(node -> lists.numbers(fields.path(key), node))
                .orElse(List.of());
    }

    private double length(Fields fields, String key) {
        return fields.require(key, "0.1")
                .map(node -> numbers.number(fields.path(key), node, Unit.NONE))
                .orElse(Double.NaN);
    }

    private List<Double> point(Fields fields, String key, int dimensions) {
        return fields.find(key)
                .map(node -> lists.numbers(fields.path(key), node))
                .orElse(Collections.nCopies(dimensions, 0.0));
    }

    private static boolean sound(double length, List<Double> point) {
        return !Double.isNaN(length) && point.stream().noneMatch(x -> x.isNaN());
    }
}
