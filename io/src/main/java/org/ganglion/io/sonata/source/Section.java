package org.ganglion.io.sonata.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;

/** A mapping of a JSON file with its path, which remembers what it was asked for. */
public final class Section {
    private final Yaml.Mapping mapping;
    private final String path;
    private final Set<String> asked = new LinkedHashSet<>();

    public Section(Yaml.Mapping mapping, String path) {
        this.mapping = mapping;
        this.path = path;
    }

    /** The path of a key, e.g. {@code run.tstop}. */
    public String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    public String path() {
        return path;
    }

    public Position at() {
        return mapping.at();
    }

    /** Where a key stands; where the section begins, if it has no such key. */
    public Position at(String key) {
        Yaml.Entry entry = mapping.entries().get(key);
        return entry == null ? mapping.at() : entry.keyAt();
    }

    public List<String> keys() {
        return List.copyOf(mapping.entries().keySet());
    }

    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** The value of a key; none where it is null. */
    public Optional<Yaml> find(String key) {
        asked.add(key);
        Yaml.Entry entry = mapping.entries().get(key);
        return entry == null || (entry.value() instanceof Yaml.Scalar s && s.isEmpty())
                ? Optional.empty()
                : Optional.of(entry.value());
    }

    /** A mapping below this one. */
    public Optional<Section> section(String key) {
        return find(key).map(node -> {
            if (node instanceof Yaml.Mapping below) {
                return new Section(below, path(key));
            }
            throw wrong(key, node, "an object");
        });
    }

    /** Mappings in a list below this one, in their order. */
    public List<Section> sections(String key) {
        List<Section> all = new ArrayList<>();
        find(key).ifPresent(node -> {
            if (!(node instanceof Yaml.Sequence list)) {
                throw wrong(key, node, "a list of objects");
            }
            for (int i = 0; i < list.items().size(); i++) {
                Yaml item = list.items().get(i);
                if (!(item instanceof Yaml.Mapping below)) {
                    throw new SonataException(
                            item.at(), path(key) + "." + i, "is " + item.kind() + "; an object is needed");
                }
                all.add(new Section(below, path(key) + "." + i));
            }
        });
        return all;
    }

    public Optional<String> text(String key) {
        return find(key).map(node -> {
            if (node instanceof Yaml.Scalar scalar) {
                return scalar.text();
            }
            throw wrong(key, node, "a text");
        });
    }

    /**
     * A text that must be there.
     *
     * @param example what it may be, for the message
     */
    public String requireText(String key, String example) {
        return text(key).orElseThrow(() -> missing(key, example));
    }

    /** A finite number; also one in quotes, as some files have it. */
    public OptionalDouble number(String key) {
        Optional<Yaml> node = find(key);
        return node.isPresent() ? OptionalDouble.of(number(node.get(), path(key))) : OptionalDouble.empty();
    }

    public double requireNumber(String key, String example) {
        return number(key).orElseThrow(() -> missing(key, example));
    }

    /** Numbers of a list, or the one that stands there alone. */
    public List<Double> numbers(String key) {
        List<Double> all = new ArrayList<>();
        find(key).ifPresent(node -> {
            List<Yaml> items = node instanceof Yaml.Sequence list ? list.items() : List.of(node);
            for (int i = 0; i < items.size(); i++) {
                all.add(number(items.get(i), items.size() == 1 ? path(key) : path(key) + "." + i));
            }
        });
        return all;
    }

    /** Texts of a list, or the one that stands there alone. */
    public List<String> texts(String key) {
        List<String> all = new ArrayList<>();
        find(key).ifPresent(node -> {
            for (Yaml item : node instanceof Yaml.Sequence list ? list.items() : List.of(node)) {
                if (!(item instanceof Yaml.Scalar scalar)) {
                    throw wrong(key, item, "a text or a list of texts");
                }
                all.add(scalar.text());
            }
        });
        return all;
    }

    public boolean flag(String key, boolean standard) {
        Optional<String> text = text(key);
        return text.isEmpty()
                ? standard
                : switch (text.get()) {
                    case "true", "True", "1" -> true;
                    case "false", "False", "0" -> false;
                    default ->
                        throw new SonataException(
                                at(key), path(key), "\"" + text.get() + "\" is not a switch; write true or false");
                };
    }

    /** Keys that nobody asked for. */
    public List<String> rest() {
        return mapping.entries().keySet().stream()
                .filter(key -> !asked.contains(key))
                .toList();
    }

    public SonataException missing(String key, String example) {
        return new SonataException(mapping.at(), path(key), "is missing; write \"" + key + "\": " + example);
    }

    /** A complaint about the value of a key. */
    public SonataException wrong(String key, String what) {
        return new SonataException(at(key), path(key), what);
    }

    private SonataException wrong(String key, Yaml node, String needed) {
        return new SonataException(node.at(), path(key), "is " + node.kind() + "; " + needed + " is needed");
    }

    private static double number(Yaml node, String path) {
        if (node instanceof Yaml.Scalar scalar) {
            try {
                double value = Double.parseDouble(scalar.text());
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below
            }
        }
        throw new SonataException(node.at(), path, node.kind() + " is not a number; write one, such as 0.1");
    }
}
