package org.ganglion.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.cli.model.ModelFile;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.config.SweepArguments;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands take that read a model. */
final class ModelArguments {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description =
                    "A model: YAML, JSON, a SONATA configuration, or a Java program that implements ModelProgram.")
    Path file = Path.of("");

    @Mixin
    private SetOption set = new SetOption();

    @Option(
            names = "--skip-unsupported",
            description = "Leaves out nodes of a SONATA circuit that cannot be simulated, with their edges.")
    boolean skipUnsupported;

    Config read() {
        return read(SweepArguments.NONE);
    }

    /** @param sweep what is said of trials */
    Config read(SweepArguments sweep) {
        return ModelFile.read(file, new Overrides(settings(), sweep));
    }

    /** All that is set on the command line. */
    List<String> settings() {
        List<String> all = new ArrayList<>(set.assignments);
        if (skipUnsupported) {
            all.add("sonata.skip_unsupported=true");
        }
        return all;
    }
}
