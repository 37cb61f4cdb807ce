package org.ganglion.io.sweep;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.io.yaml.YamlParser;
import org.ganglion.io.yaml.YamlPart;

/** JSON that tells of sweeps. */
final class Json {
    private static final String FROM = "from_ms";
    private static final String TO = "to_ms";

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

    /** Writes what a window has of beginning and end, as fields of the object that is open. */
    static void write(JsonGenerator json, TimeWindow window) throws IOException {
        if (window.hasBeginning()) {
            json.writeNumberField(FROM, window.fromMs());
        }
        if (window.hasEnd()) {
            json.writeNumberField(TO, window.toMs());
        }
    }

    /** The window in the fields of an object. */
    static TimeWindow window(YamlPart object) {
        double fromMs = object.at(FROM).number();
        double toMs = object.at(TO).number();
        return new TimeWindow(
                Double.isNaN(fromMs) ? TimeWindow.WHOLE.fromMs() : fromMs,
                Double.isNaN(toMs) ? TimeWindow.WHOLE.toMs() : toMs);
    }
}
