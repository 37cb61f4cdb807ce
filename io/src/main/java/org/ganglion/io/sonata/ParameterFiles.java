package org.ganglion.io.sonata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.sonata.source.JsonFile;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.sonata.source.TypesTable;

/** The JSON files of {@code dynamics_params}, each read once. */
final class ParameterFiles {
    private static final String COLUMN = "dynamics_params";

    private final Optional<Path> folder;
    private final String folderKey;
    private final Map<Path, Section> read = new HashMap<>();

    /**
     * @param folder where they are, if the configuration says so
     * @param folderKey key of the configuration that says so, for messages
     */
    ParameterFiles(Optional<Path> folder, String folderKey) {
        this.folder = folder;
        this.folderKey = folderKey;
    }

    /** What the file that a type names says; none where it names none. */
    Optional<Section> of(TypesTable.Row type, Path types) {
        Optional<String> name = type.text(COLUMN);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (name.get().stripLeading().startsWith("{")) {
            return Optional.of(new Section(JsonFile.parse(name.get(), type.at().toString()), COLUMN));
        }
        List<Path> places = new ArrayList<>();
        folder.ifPresent(f -> places.add(f.resolve(name.get())));
        places.add(types.resolveSibling(name.get()));
        Path file = places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new SonataException(
                        type.at(),
                        COLUMN,
                        "there is no " + places.getFirst() + "; check the name, and " + folderKey
                                + " in the configuration"));
        return Optional.of(read.computeIfAbsent(file, f -> new Section(JsonFile.read(f), "")));
    }

    /** Files that have been read. */
    List<Path> files() {
        return read.keySet().stream().sorted().toList();
    }
}
