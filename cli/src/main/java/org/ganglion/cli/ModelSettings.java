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

/** What the command line changes of a model. */
final class ModelSettings {
    @Mixin
    private SetOption set = new SetOption();

    @Option(
            names = "--skip-unsupported",
            description = "Leaves out nodes of a SONATA circuit that cannot be simulated, with their edges.")
    private boolean skipUnsupported;

    /** @param sweep what is said of trials */
    Config read(Path file, SweepArguments sweep) {
        return ModelFile.read(file, new Overrides(all(), sweep));
    }

    /** All that is set. */
    List<String> all() {
        List<String> all = new ArrayList<>(set.assignments);
        if (skipUnsupported) {
            all.add("sonata.skip_unsupported=true");
        }
        return all;
    }
}
