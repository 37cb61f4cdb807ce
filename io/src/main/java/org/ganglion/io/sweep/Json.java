package org.ganglion.io.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.io.yaml.YamlParser;

/**
 * A part of a JSON file that Ganglion has written. What is not there is empty.
 *
 * @param node read as YAML, of which JSON is a part
 */
record Json(Optional<Yaml> node) {

    static Json read(Path file) throws IOException {
        List<String> mistakes = new ArrayList<>();
        Optional<Yaml> root = YamlParser.parse(
                Files.readString(file), file.toString(), (at, message) -> mistakes.add(at + ": " + message));
        if (root.isEmpty() || !mistakes.isEmpty()) {
            throw new IOException(file + " is damaged: " + (mistakes.isEmpty() ? "it is empty" : mistakes.getFirst()));
        }
        return new Json(root);
    }

    Json at(String key) {
        return new Json(Optional.ofNullable(keys().get(key)));
    }

    Map<String, Yaml> keys() {
        Map<String, Yaml> keys = new LinkedHashMap<>();
        if (node.orElse(null) instanceof Yaml.Mapping mapping) {
            mapping.entries().forEach((key, entry) -> keys.put(key, entry.value()));
        }
        return keys;
    }

    List<Json> items() {
        return node.orElse(null) instanceof Yaml.Sequence sequence
                ? sequence.items().stream()
                        .map(item -> new Json(Optional.of(item)))
                        .toList()
                : List.of();
    }

    List<String> texts() {
        return items().stream().map(Json::text).toList();
    }

    String text() {
        return node.orElse(null) instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }

    /** The number; NaN where there is none. */
    double number() {
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
