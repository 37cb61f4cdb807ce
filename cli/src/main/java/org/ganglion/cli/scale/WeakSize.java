package org.ganglion.cli.scale;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.cli.model.ModelFile;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.config.ConfigException;
import org.ganglion.io.yaml.TextFile;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.io.yaml.YamlParser;

/**
 * The parameter by which a network grows with the number of nodes.
 *
 * @param parameter its name
 * @param base its value on one node, as an expression
 */
public record WeakSize(String parameter, String base) {
    /** What it is called unless told otherwise. */
    public static final String STANDARD = "scale";

    /**
     * The parameter as told, and its value from there, from {@code --set}, or from the file.
     *
     * @param told {@code NAME} or {@code NAME=VALUE}
     * @throws UserException if the model has no such parameter, or its size does not follow it
     */
    public static WeakSize of(Path model, List<String> settings, String told) {
        int equals = told.indexOf('=');
        String name = (equals < 0 ? told : told.substring(0, equals)).strip();
        Optional<String> base = equals < 0
                ? set(settings, name).or(() -> inFile(model, name))
                : Optional.of(told.substring(equals + 1).strip());
        WeakSize size = new WeakSize(
                name,
                base.orElseThrow(() -> new UserException("--weak: " + model + " has no parameter \"" + name
                        + "\" by which it grows; give it one, on which the sizes of its populations depend (size: round("
                        + name + " * 800)), or name another with --weak-parameter NAME or NAME=VALUE")));
        try {
            long once = neurons(model, settings, size.at(1));
            long twice = neurons(model, settings, size.at(2));
            if (twice <= once) {
                throw new UserException("--weak: twice the \"" + name + "\" makes " + twice + " neurons of " + once
                        + "; name a parameter by which the network grows with --weak-parameter NAME");
            }
        } catch (ConfigException e) {
            throw new UserException("--weak: the network does not grow by \"" + name + "\":\n" + e.getMessage());
        }
        return size;
    }

    private static long neurons(Path model, List<String> settings, String setting) {
        List<String> all = new ArrayList<>(settings);
        all.add(setting);
        return ModelFile.read(model, all).experiment().network().neurons();
    }

    private static Optional<String> set(List<String> settings, String name) {
        return settings.stream()
                .map(s -> s.replaceFirst("^parameters\\.", ""))
                .filter(s -> s.startsWith(name + "="))
                .map(s -> s.substring(name.length() + 1))
                .reduce((_, last) -> last);
    }

    private static Optional<String> inFile(Path model, String name) {
        return model.toString().endsWith(".java")
                ? Optional.empty()
                : TextFile.read(model, (_, _) -> {})
                        .flatMap(text -> YamlParser.parse(text, model.toString(), (_, _) -> {}))
                        .flatMap(root -> below(root, "parameters"))
                        .flatMap(parameters -> below(parameters, name))
                        .flatMap(value ->
                                value instanceof Yaml.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty());
    }

    private static Optional<Yaml> below(Yaml node, String key) {
        return node instanceof Yaml.Mapping mapping
                ? Optional.ofNullable(mapping.entries().get(key)).map(Yaml.Entry::value)
                : Optional.empty();
    }

    /** The setting for so many nodes. */
    public String at(int nodes) {
        boolean number = base.matches("[+-]?[\\d.]+");
        return parameter + "="
                + (number
                        ? Double.toString(Double.parseDouble(base) * nodes).replaceFirst("\\.0$", "")
                        : "(" + base + ") * " + nodes);
    }
}
