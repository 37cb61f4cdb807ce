package org.ganglion.io.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.random.Clipped;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Distributions;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.SharedDraw;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.Values;

/**
 * Reads a value that may be drawn: a number, or {@code {distribution: normal, mean: ..., std: ..., redraw: {min: ...}}}.
 *
 * <p>What belongs to neurons may also be {@code {expression: ...}} of a number that each neuron draws once.
 *
 * <p>What cannot be read becomes the constant NaN, which no check lets pass.
 */
final class DistributionReader {
    /** Key of an expression of the number that a neuron shares among its values. */
    static final String EXPRESSION = "expression";

    private static final String DISTRIBUTION = "distribution";
    private static final Distribution BROKEN = Distribution.constant(Double.NaN);

    private final Findings findings;
    private final Numbers numbers;

    DistributionReader(Findings findings, Numbers numbers) {
        this.findings = findings;
        this.numbers = numbers;
    }

    /**
     * A value for a parameter.
     *
     * @param unit its unit; empty where it is not known because something else is broken
     */
    Distribution read(String path, Yaml node, Optional<Unit> unit) {
        if (!(node instanceof Yaml.Mapping)) {
            return Distribution.constant(numbers.number(path, node, unit));
        }
        Fields fields = Fields.of(findings, path, node, node.at()).orElseThrow();
        if (!fields.keys().contains(DISTRIBUTION)) {
            return fields.keys().contains(EXPRESSION) ? shared(fields, unit) : nameless(fields, node);
        }
        Optional<Catalog.Entry<Distribution>> entry = fields.find(DISTRIBUTION)
                .flatMap(name -> numbers.word(fields.path(DISTRIBUTION), name).flatMap(n -> find(fields, name, n)));
        if (entry.isEmpty()) {
            return BROKEN;
        }
        Map<String, Double> values = values(fields, entry.get().description(), unit);
        Optional<Yaml> redraw = fields.find("redraw");
        Optional<Yaml> clip = fields.find("clip");
        if (redraw.isPresent() && clip.isPresent()) {
            findings.report(clip.get().at(), fields.path("clip"), "draws are either clipped or redrawn; remove one");
        }
        fields.close();
        Optional<double[]> bounds =
                redraw.or(() -> clip).map(b -> bounds(fields.path(redraw.isPresent() ? "redraw" : "clip"), b, unit));
        boolean sound = values.size() == entry.get().description().parameters().size()
                && values.values().stream().noneMatch(v -> v.isNaN());
        if (!sound) {
            return BROKEN;
        }
        Distribution base = entry.get().maker().apply(Values.of(entry.get().description(), values));
        if (bounds.isEmpty()) {
            return base;
        }
        double min = bounds.get()[0];
        double max = bounds.get()[1];
        return redraw.isPresent() ? new Redrawn(base, min, max) : new Clipped(base, min, max);
    }

    /** An expression of a number that a neuron draws once for all of its values that are given so. */
    private Distribution shared(Fields fields, Optional<Unit> unit) {
        String path = fields.path(EXPRESSION);
        Optional<Yaml> node = fields.find(EXPRESSION);
        fields.close();
        if (node.isPresent() && !FormulaReader.mentions(node.get(), SharedDraw.VARIABLE)) {
            findings.report(
                    node.get().at(),
                    path,
                    "has no " + SharedDraw.VARIABLE + " in it, the number between 0 and 1 that each neuron draws; write"
                            + " the value without " + EXPRESSION);
            return BROKEN;
        }
        if (numbers.knows(SharedDraw.VARIABLE)) {
            node.ifPresent(n -> findings.report(
                    n.at(),
                    path,
                    SharedDraw.VARIABLE
                            + " is the number that each neuron draws, and there is a parameter of that name;"
                            + " rename the parameter"));
        }
        if (unit.isEmpty()) {
            findings.suspect(path);
        }
        return node.flatMap(n ->
                        unit.flatMap(u -> numbers.formulas().read(path, n, SharedDraw.VARIABLE, Unit.NONE, u, 0.5)))
                .<Distribution>map(SharedDraw::new)
                .orElse(BROKEN);
    }

    /** A mapping that does not say which distribution it is; the key that says it may be misspelt. */
    private Distribution nameless(Fields fields, Yaml node) {
        List<String> known = List.of(DISTRIBUTION, EXPRESSION);
        Optional<String> misspelt = fields.keys().stream()
                .filter(key -> Suggestion.closest(key, known).isPresent())
                .findFirst();
        misspelt.ifPresentOrElse(
                key -> findings.report(fields.keyAt(key), fields.path(key), Suggestion.unknown("key", key, known)),
                () -> findings.report(
                        node.at(),
                        fields.path(),
                        "is a mapping without \"distribution\"; write a number, or which distribution it is drawn from,"
                                + " as in {distribution: normal, mean: ..., std: ...}"));
        return BROKEN;
    }

    private Optional<Catalog.Entry<Distribution>> find(Fields fields, Yaml node, String name) {
        Optional<Catalog.Entry<Distribution>> entry = Distributions.CATALOG.find(name);
        if (entry.isEmpty()) {
            String message = Suggestion.unknown("distribution", name, Distributions.CATALOG.names());
            findings.report(node.at(), fields.path(DISTRIBUTION), message);
        }
        return entry;
    }

    private Map<String, Double> values(Fields fields, Description description, Optional<Unit> unit) {
        Map<String, Double> values = new HashMap<>();
        for (ParameterSpec spec : description.parameters()) {
            Optional<Unit> own = spec.unit() == Unit.DRAWN ? unit : Optional.of(spec.unit());
            String path = fields.path(spec.name());
            Optional<Yaml> node =
                    spec.standard().isPresent() ? fields.find(spec.name()) : fields.require(spec.name(), example(own));
            node.ifPresentOrElse(n -> values.put(spec.name(), numbers.number(path, n, spec, own)), () -> spec.standard()
                    .ifPresent(v -> values.put(spec.name(), v)));
        }
        return values;
    }

    private static String example(Optional<Unit> unit) {
        return unit.orElse(Unit.NONE).format(1);
    }

    private double[] bounds(String path, Yaml node, Optional<Unit> unit) {
        double[] bounds = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        Fields.of(findings, path, node, node.at()).ifPresent(fields -> {
            Optional<Yaml> min = fields.find("min");
            Optional<Yaml> max = fields.find("max");
            min.ifPresent(n -> bounds[0] = numbers.number(fields.path("min"), n, unit));
            max.ifPresent(n -> bounds[1] = numbers.number(fields.path("max"), n, unit));
            if (fields.keys().isEmpty()) {
                findings.report(node.at(), path, "has no bound; give min, max or both");
            }
            fields.close();
        });
        return bounds;
    }
}
