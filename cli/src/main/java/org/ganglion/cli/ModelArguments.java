package org.ganglion.cli;

import java.nio.file.Path;
import org.ganglion.cli.model.ModelFile;
import org.ganglion.io.config.Config;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What all commands take that read a model. */
final class ModelArguments {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "A model: YAML, JSON, or a Java program that implements ModelProgram.")
    Path file = Path.of("");

    @Mixin
    private SetOption set = new SetOption();

    Config read() {
        return ModelFile.read(file, set.assignments);
    }
}
