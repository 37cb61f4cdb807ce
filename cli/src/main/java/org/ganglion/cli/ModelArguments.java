package org.ganglion.cli;

import java.nio.file.Path;
import java.util.List;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.SweepArguments;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What all commands take that read a model. */
final class ModelArguments {
    static final String FILE =
            "A model: YAML, JSON, a SONATA configuration, or a Java program that implements ModelProgram.";

    @Parameters(index = "0", paramLabel = "FILE", description = FILE)
    Path file = Path.of("");

    @Mixin
    private ModelSettings settings = new ModelSettings();

    Config read() {
        return read(SweepArguments.NONE);
    }

    /** @param sweep what is said of trials */
    Config read(SweepArguments sweep) {
        return settings.read(file, sweep);
    }

    /** All that is set on the command line. */
    List<String> settings() {
        return settings.all();
    }
}
