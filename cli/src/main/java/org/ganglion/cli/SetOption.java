package org.ganglion.cli;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.io.config.Overrides;
import picocli.CommandLine.Option;

/** {@code --set}, of all commands that take settings from the command line. */
final class SetOption {
    @Option(
            names = {"-s", "--set"},
            paramLabel = "PATH=VALUE",
            description = "Sets a parameter (g=4.5) or any value by its path (simulation.groups=7). May be repeated.")
    List<String> assignments = new ArrayList<>();

    Overrides overrides() {
        return Overrides.of(assignments.toArray(String[]::new));
    }
}
