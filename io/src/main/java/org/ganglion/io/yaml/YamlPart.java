package org.ganglion.io.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a file that Ganglion has written. What is not there is empty.
 *
 * @param node of YAML, of which JSON is a part
 */
public record YamlPart(Optional<Yaml> node) {

    public static YamlPart of(Yaml node) {
        return new YamlPart(Optional.of(node));
    }

    /** What stands under a key of a key. */
    public YamlPart at(String... path) {
        YamlPart part = this;
        for (String key : path) {
            part = new YamlPart(Optional.ofNullable(part.keys().get(key)));
        }
        return part;
    }

    public Map<String, Yaml> keys() {
        Map<String, Yaml> keys = new LinkedHashMap<>();
        if (node.orElse(null) instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> keys.put(key, entry.value()));
        }
        return keys;
    }

    public List<YamlPart> items() {
        return node.orElse(null) instanceof Yaml.Sequence sequence
                ? sequence.items().stream().map(YamlPart::of).toList()
                : List.of();
    }

    public List<String> texts() {
        return items().stream().map(YamlPart::text).toList();
    }

    /** The text; empty where there is none. */
    public String text() {
        return node.orElse(null) instanceof Yaml.Scalar scalar && !scalar.isEmpty() ? scalar.text() : "";
    }

    /** The number; NaN where there is none. */
    public double number() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
