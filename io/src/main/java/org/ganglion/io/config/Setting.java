package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ganglion.io.quantity.Names;
import org.ganglion.io.quantity.Outcome;
import org.ganglion.io.quantity.Quantity;
import org.ganglion.io.quantity.Units;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.io.yaml.YamlParser;
import org.ganglion.network.Parameters;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;

/**
 * One value that takes the place of what a model says.
 *
 * @param assignment as {@code path=value}
 * @param at where the user has written it, for messages
 */
record Setting(String assignment, Position at) {
    private static final String PARAMETERS = "parameters";

    /** Sections whose keys are names that the file chooses; a path cannot add one. */
    private static final Set<String> NAMED = Set.of(PARAMETERS, "populations", "projections", "stimuli", "recorders");

    /** Keys joined by dots, or the name of a parameter. */
    String path() {
        return path(assignment);
    }

    static String path(String assignment) {
        int equals = assignment.indexOf('=');
        return equals < 0 ? assignment.strip() : assignment.substring(0, equals).strip();
    }

    /** The document with the value in place. */
    Yaml applyTo(Yaml document, Findings findings) {
        Optional<Yaml> value = value(findings);
        if (value.isEmpty() || !(document instanceof Yaml.Mapping root)) {
            return document;
        }
        List<String> keys = List.of(path().split("\\.", -1));
        return keys.size() == 1
                ? bare(root, path(), value.get(), findings)
                : replaced(root, keys, 0, value.get(), findings);
    }

    /** The value of a bare name as a number, for a Java program. */
    Optional<Parameters.Amount> amount(Findings findings) {
        return value(findings).flatMap(v -> amount(path(), v, findings));
    }

    private Optional<Yaml> value(Findings findings) {
        int equals = assignment.indexOf('=');
        String path = path();
        if (equals < 0 || path.isEmpty()) {
            findings.report(at, assignment, "is not of the form path=value; write, for example, g=4.5");
            return Optional.empty();
        }
        int before = findings.errors().size();
        Optional<Yaml> value = YamlParser.parseArgument(
                assignment.substring(equals + 1), at, (place, message) -> findings.report(place, path, message));
        if (value.isEmpty() && findings.errors().size() == before) {
            findings.report(at, path, "has no value; write one behind the =");
        }
        return value;
    }

    private Yaml bare(Yaml.Mapping root, String name, Yaml value, Findings findings) {
        Yaml.Entry section = root.entries().get(PARAMETERS);
        Set<String> known = section != null && section.value() instanceof Yaml.Mapping mapping
                ? mapping.entries().keySet()
                : Set.of();
        if (known.contains(name)) {
            return replaced(root, List.of(PARAMETERS, name), 0, value, findings);
        }
        String hint = pathsEndingWith(root, name)
                .map(path -> " (allowed: " + String.join(", ", known) + ", or a path); did you mean \"" + path + "\"?")
                .orElse("");
        findings.report(
                at,
                name,
                hint.isEmpty()
                        ? Suggestion.unknown("parameter", name, known)
                        : "unknown parameter \"" + name + "\"" + hint);
        return root;
    }

    /** A path of two keys whose last one is the name, such as {@code simulation.seed} for {@code seed}. */
    private static Optional<String> pathsEndingWith(Yaml.Mapping root, String name) {
        for (Map.Entry<String, Yaml.Entry> section : root.entries().entrySet()) {
            boolean here = section.getValue().value() instanceof Yaml.Mapping mapping
                    && mapping.entries().containsKey(name);
            if (here && !NAMED.contains(section.getKey())) {
                return Optional.of(section.getKey() + "." + name);
            }
        }
        return Optional.empty();
    }

    /** The mapping with the value at the path {@code keys[depth..]}. */
    private Yaml.Mapping replaced(Yaml.Mapping mapping, List<String> keys, int depth, Yaml value, Findings findings) {
        String key = keys.get(depth);
        String path = String.join(".", keys);
        Yaml.Entry old = mapping.entries().get(key);
        boolean chosenName = depth == 1 && NAMED.contains(keys.getFirst());
        if (old == null && chosenName) {
            findings.report(
                    at, path, Suggestion.unknown("name", key, mapping.entries().keySet()));
            return mapping;
        }
        Optional<Yaml> inner = Optional.of(value);
        if (depth + 1 < keys.size()) {
            Yaml below = old == null ? new Yaml.Mapping(at, Map.of()) : old.value();
            boolean empty = below instanceof Yaml.Scalar scalar && scalar.isEmpty();
            inner = below(empty ? new Yaml.Mapping(at, Map.of()) : below, keys, depth + 1, value, findings);
        }
        if (inner.isEmpty()) {
            return mapping;
        }
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>(mapping.entries());
        boolean last = depth + 1 == keys.size();
        entries.put(key, new Yaml.Entry(old == null || last ? at : old.keyAt(), inner.get()));
        return new Yaml.Mapping(mapping.at(), entries);
    }

    private Optional<Yaml> below(Yaml node, List<String> keys, int depth, Yaml value, Findings findings) {
        if (node instanceof Yaml.Mapping mapping) {
            return Optional.of(replaced(mapping, keys, depth, value, findings));
        }
        String key = keys.get(depth);
        boolean last = depth + 1 == keys.size();
        if (node instanceof Yaml.Sequence(Position listAt, List<Yaml> items) && last && key.matches("\\d{1,9}")) {
            int index = Integer.parseInt(key);
            if (index < items.size()) {
                List<Yaml> changed = new ArrayList<>(items);
                changed.set(index, value);
                return Optional.of(new Yaml.Sequence(listAt, changed));
            }
        }
        String above = String.join(".", keys.subList(0, depth));
        findings.report(
                at,
                String.join(".", keys),
                "there is no \"" + key + "\" in " + above + ", which is " + node.kind() + "; set " + above
                        + " as a whole");
        return Optional.empty();
    }

    private Optional<Parameters.Amount> amount(String name, Yaml value, Findings findings) {
        if (!(value instanceof Yaml.Scalar scalar)) {
            findings.report(at, name, "a number is needed, not " + value.kind());
            return Optional.empty();
        }
        if (!(Numbers.evaluate(findings, name, scalar, Names.NONE) instanceof Outcome.Value(Quantity quantity))) {
            return Optional.empty();
        }
        Optional<Unit> unit = Units.of(quantity.dimension());
        if (unit.isEmpty()) {
            findings.report(
                    at,
                    name,
                    scalar.text() + " is " + Units.meaning(quantity.dimension()) + "; a program takes no such numbers");
        }
        return unit.map(u -> new Parameters.Amount(quantity.inUnit(u), u));
    }
}
