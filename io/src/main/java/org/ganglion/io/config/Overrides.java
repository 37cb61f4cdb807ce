package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * What the command line changes in a model, as {@code path=value}.
 *
 * <p>A path is keys joined by dots; a bare name is that of a parameter. Values are read like those of a file.
 *
 * @param assignments in the order given; a later one wins
 * @param sweep what is said of trials
 */
public record Overrides(List<String> assignments, SweepArguments sweep) {
    public static final Overrides NONE = new Overrides(List.of());

    private static final String SOURCE = "--set";
    private static final Position AT = Position.of(SOURCE);
    private static final String PARAMETERS = "parameters";

    /** Sections whose keys are names that the file chooses; a path cannot add one. */
    private static final Set<String> NAMED = Set.of(PARAMETERS, "populations", "projections", "stimuli", "recorders");

    public Overrides {
        assignments = List.copyOf(assignments);
    }

    /** Settings alone. */
    public Overrides(List<String> assignments) {
        this(assignments, SweepArguments.NONE);
    }

    public static Overrides of(String... assignments) {
        return new Overrides(List.of(assignments));
    }

    /** Those with a dot in the path: what can be changed in the description that a Java program has made. */
    Overrides withPaths() {
        return new Overrides(
                assignments.stream().filter(a -> path(a).contains(".")).toList());
    }

    private static String path(String assignment) {
        int equals = assignment.indexOf('=');
        return equals < 0 ? assignment.strip() : assignment.substring(0, equals).strip();
    }

    /** The document with the overrides in place. */
    Yaml applyTo(Yaml document, Findings findings) {
        Yaml changed = document;
        for (String assignment : assignments) {
            Optional<Yaml> value = value(assignment, findings);
            String path = path(assignment);
            if (value.isPresent() && changed instanceof Yaml.Mapping root) {
                List<String> keys = new ArrayList<>(List.of(path.split("\\.", -1)));
                if (keys.size() == 1) {
                    changed = bare(root, path, value.get(), findings);
                } else {
                    changed = replaced(root, keys, 0, value.get(), findings);
                }
            }
        }
        return sweep.applyTo(changed, findings);
    }

    private static Optional<Yaml> value(String assignment, Findings findings) {
        int equals = assignment.indexOf('=');
        String path = path(assignment);
        if (equals < 0 || path.isEmpty()) {
            findings.report(AT, assignment, "is not of the form path=value; write, for example, g=4.5");
            return Optional.empty();
        }
        int before = findings.errors().size();
        Optional<Yaml> value = YamlParser.parseArgument(
                assignment.substring(equals + 1), SOURCE, (at, message) -> findings.report(at, path, message));
        if (value.isEmpty() && findings.errors().size() == before) {
            findings.report(AT, path, "has no value; write one behind the =");
        }
        return value;
    }

    private static Yaml bare(Yaml.Mapping root, String name, Yaml value, Findings findings) {
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
                AT,
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
    private static Yaml.Mapping replaced(
            Yaml.Mapping mapping, List<String> keys, int depth, Yaml value, Findings findings) {
        String key = keys.get(depth);
        String path = String.join(".", keys);
        Yaml.Entry old = mapping.entries().get(key);
        boolean chosenName = depth == 1 && NAMED.contains(keys.getFirst());
        if (old == null && chosenName) {
            findings.report(
                    AT, path, Suggestion.unknown("name", key, mapping.entries().keySet()));
            return mapping;
        }
        Optional<Yaml> inner = Optional.of(value);
        if (depth + 1 < keys.size()) {
            Yaml below = old == null ? new Yaml.Mapping(AT, Map.of()) : old.value();
            boolean empty = below instanceof Yaml.Scalar scalar && scalar.isEmpty();
            inner = below(empty ? new Yaml.Mapping(AT, Map.of()) : below, keys, depth + 1, value, findings);
        }
        if (inner.isEmpty()) {
            return mapping;
        }
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>(mapping.entries());
        boolean last = depth + 1 == keys.size();
        entries.put(key, new Yaml.Entry(old == null || last ? AT : old.keyAt(), inner.get()));
        return new Yaml.Mapping(mapping.at(), entries);
    }

    private static Optional<Yaml> below(Yaml node, List<String> keys, int depth, Yaml value, Findings findings) {
        if (node instanceof Yaml.Mapping mapping) {
            return Optional.of(replaced(mapping, keys, depth, value, findings));
        }
        String key = keys.get(depth);
        boolean last = depth + 1 == keys.size();
        if (node instanceof Yaml.Sequence(Position at, List<Yaml> items) && last && key.matches("\\d{1,9}")) {
            int index = Integer.parseInt(key);
            if (index < items.size()) {
                List<Yaml> changed = new ArrayList<>(items);
                changed.set(index, value);
                return Optional.of(new Yaml.Sequence(at, changed));
            }
        }
        String above = String.join(".", keys.subList(0, depth));
        findings.report(
                AT,
                String.join(".", keys),
                "there is no \"" + key + "\" in " + above + ", which is " + node.kind() + "; set " + above
                        + " as a whole");
        return Optional.empty();
    }

    /**
     * The bare names as numbers, for a Java program.
     *
     * @throws ConfigException if one is no number with a known unit
     */
    public Parameters parameters() {
        Findings findings = new Findings(SOURCE);
        Map<String, Parameters.Amount> amounts = new LinkedHashMap<>();
        for (String assignment : assignments) {
            String name = path(assignment);
            Optional<Yaml> value = name.contains(".") ? Optional.empty() : value(assignment, findings);
            value.flatMap(v -> amount(name, v, findings)).ifPresent(amount -> amounts.put(name, amount));
        }
        ConfigReader.require(findings.errors());
        return new Parameters(amounts);
    }

    private static Optional<Parameters.Amount> amount(String name, Yaml value, Findings findings) {
        if (!(value instanceof Yaml.Scalar scalar)) {
            findings.report(AT, name, "a number is needed, not " + value.kind());
            return Optional.empty();
        }
        if (!(Numbers.evaluate(findings, name, scalar, Names.NONE) instanceof Outcome.Value(Quantity quantity))) {
            return Optional.empty();
        }
        Optional<Unit> unit = Units.of(quantity.dimension());
        if (unit.isEmpty()) {
            findings.report(
                    AT,
                    name,
                    scalar.text() + " is " + Units.meaning(quantity.dimension()) + "; a program takes no such numbers");
        }
        return unit.map(u -> new Parameters.Amount(quantity.inUnit(u), u));
    }

    /**
     * Checks, after a Java program has run, that every bare name was asked for in the right unit.
     *
     * @throws ConfigException if not
     */
    public static void requireUsed(Parameters parameters) {
        Set<ConfigError> errors = new LinkedHashSet<>();
        parameters.problems().forEach(p -> errors.add(new ConfigError(AT, p.path(), p.message())));
        ConfigReader.require(List.copyOf(errors));
    }
}
