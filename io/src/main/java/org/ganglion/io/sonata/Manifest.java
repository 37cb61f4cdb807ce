package org.ganglion.io.sonata;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.network.spec.Suggestion;

/**
 * The variables of a configuration, which stand for folders: {@code $NAME} and {@code ${NAME}}, in terms of each other, and
 * {@code ${configdir}} for the folder of the file.
 */
final class Manifest {
    private static final int DEEPEST = 32;

    private final Path folder;
    private final Map<String, String> values; // longest name first, without $ and braces

    private Manifest(Path folder, Map<String, String> values) {
        this.folder = folder;
        this.values = values;
    }

    /** @param folder of the file, which relative names are relative to */
    static Manifest of(Section root, Path folder) {
        Map<String, String> given = new LinkedHashMap<>();
        root.section("manifest").ifPresent(section -> {
            for (String key : section.keys()) {
                String value = section.requireText(key, "\"./folder\"");
                given.put(key.replaceFirst("^\\$\\{(.*)}$", "$1").replaceFirst("^\\$", ""), value);
            }
        });
        given.putIfAbsent("configdir", folder.toString());
        given.putIfAbsent("workingdir", Path.of("").toAbsolutePath().toString());
        Map<String, String> ordered = new LinkedHashMap<>();
        given.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, String> e) -> -e.getKey().length())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return new Manifest(folder, ordered);
    }

    /** A text with all variables replaced. */
    String expand(Section section, String key, String text) {
        String result = text;
        for (int i = 0; i < DEEPEST && result.contains("$"); i++) {
            String before = result;
            for (Map.Entry<String, String> variable : values.entrySet()) {
                result = result.replace("${" + variable.getKey() + "}", variable.getValue())
                        .replace("$" + variable.getKey(), variable.getValue());
            }
            if (result.equals(before)) {
                String name = result.replaceFirst("^[^$]*\\$\\{?([A-Za-z0-9_]*).*$", "$1");
                throw section.wrong(key, Suggestion.unknown("variable", name, List.copyOf(values.keySet())));
            }
        }
        if (result.contains("$")) {
            throw section.wrong(key, "\"" + text + "\" goes round in circles; a variable stands for itself in the end");
        }
        return result;
    }

    /** A file or folder that a key names, absolute. */
    Optional<Path> path(Section section, String key) {
        return section.text(key).map(text -> path(section, key, text));
    }

    /** A file or folder that stands at a key. */
    Path path(Section section, String key, String text) {
        try {
            return folder.resolve(expand(section, key, text)).normalize();
        } catch (InvalidPathException e) {
            throw section.wrong(key, "\"" + text + "\" cannot be the name of a file: " + e.getReason());
        }
    }

    /** A file or folder that a key must name. */
    Path requirePath(Section section, String key, String example) {
        Optional<Path> path = path(section, key);
        if (path.isPresent()) {
            return path.get();
        }
        SonataException missing = section.missing(key, example);
        throw missing;
    }
}
