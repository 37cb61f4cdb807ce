package org.ganglion.io.config;

import java.util.Optional;
import java.util.stream.Stream;
import org.ganglion.io.sweep.Design;
import org.ganglion.io.sweep.Trial;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;

/** Where the values of trials are written. */
final class SweepPlaces {
    private SweepPlaces() {}

    /**
     * The place of a value: that of the element or range in the file's section {@code sweep}, or the command line.
     *
     * @param assignment what the trial sets, as {@code path=value}
     * @param arguments what the command line says of the sweep
     * @param document the file, as it is without the command line
     */
    static Position of(String assignment, SweepArguments arguments, Yaml document) {
        String path = Setting.path(assignment);
        boolean seed = path.equals(Trial.SEED);
        String name = seed ? SweepReader.SEEDS : path;
        if (arguments.axes().stream().anyMatch(axis -> Setting.path(axis).equals(name))) {
            return SweepArguments.AT;
        }
        Optional<Yaml> section = below(document, SweepReader.KEY);
        Stream<Yaml> designs = seed
                ? section.stream()
                : Design.keys().stream().flatMap(key -> section.flatMap(s -> below(s, key)).stream());
        String value = assignment.substring(assignment.indexOf('=') + 1);
        return designs.flatMap(design -> below(design, name).stream())
                .flatMap(node -> place(node, value).stream())
                .findFirst()
                .orElse(SweepArguments.AT);
    }

    private static Optional<Yaml> below(Yaml node, String key) {
        return node instanceof Yaml.Mapping mapping
                ? Optional.ofNullable(mapping.entries().get(key)).map(Yaml.Entry::value)
                : Optional.empty();
    }

    /** Of a list, where the value stands in it; a range makes its values, and is their place. */
    private static Optional<Position> place(Yaml node, String value) {
        return node instanceof Yaml.Sequence sequence
                ? sequence.items().stream()
                        .filter(item -> item instanceof Yaml.Scalar scalar
                                && scalar.text().strip().equals(value))
                        .map(Yaml::at)
                        .findFirst()
                : Optional.of(node.at());
    }
}
