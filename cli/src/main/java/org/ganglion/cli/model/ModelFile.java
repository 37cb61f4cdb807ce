package org.ganglion.cli.model;

import java.nio.file.Path;
import java.util.List;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;

/** Reads a model by the ending of its name: a Java program, or else YAML or JSON. */
public final class ModelFile {
    private static final String PROGRAM = ".java";

    private ModelFile() {}

    /**
     * The checked description.
     *
     * @param assignments what the command line sets, each as {@code path=value}
     * @throws UserException or {@link org.ganglion.io.config.ConfigException} with every mistake
     */
    public static Config read(Path file, List<String> assignments) {
        return read(file, new Overrides(assignments));
    }

    /** Likewise, with what the command line says of trials. */
    public static Config read(Path file, Overrides overrides) {
        return file.toString().endsWith(PROGRAM)
                ? JavaProgram.compile(file).run(overrides)
                : ConfigReader.read(file, overrides);
    }
}
