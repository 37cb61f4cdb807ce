package org.ganglion.io.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.io.yaml.YamlParser;
import org.ganglion.io.yaml.YamlPart;

/** Reads JSON files that Ganglion has written. */
final class Json {
    private Json() {}

    static YamlPart read(Path file) throws IOException {
        List<String> mistakes = new ArrayList<>();
        Optional<Yaml> root = YamlParser.parse(
                Files.readString(file), file.toString(), (at, message) -> mistakes.add(at + ": " + message));
        if (root.isEmpty() || !mistakes.isEmpty()) {
            throw new IOException(file + " is damaged: " + (mistakes.isEmpty() ? "it is empty" : mistakes.getFirst()));
        }
        return new YamlPart(root);
    }
}
