package org.ganglion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.config.Config;
import org.ganglion.io.sonata.export.SonataExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ganglion export}. */
@Command(
        name = "export",
        description = "Writes a network, with every neuron and synapse, as a SONATA circuit.",
        footer = {
            "",
            "Examples:",
            "  ganglion export network.yaml --sonata circuit",
            "  ganglion run circuit/simulation_config.json",
            "  ganglion export examples/brunel.yaml --sonata circuit",
            "",
            "Exit codes: 0 done, 1 a file could not be written, 2 the model has mistakes or what circuits cannot say."
        })
final class ExportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private ModelArguments model = new ModelArguments();

    @Option(
            names = "--sonata",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the circuit; it must be empty, or not be there yet.")
    private Path folder = Path.of("");

    @Option(
            names = "--skip-stimuli",
            description = "Leaves out stimuli that circuits cannot say, such as rates that are expressions of time.")
    private boolean skipStimuli;

    @Override
    public Integer call() throws IOException {
        Config config = model.read();
        requireEmpty();
        List<String> notes = SonataExport.write(config.experiment(), folder, skipStimuli);
        PrintWriter out = spec.commandLine().getOut();
        out.println(folder.resolve(SonataExport.SIMULATION) + ": written");
        notes.forEach(note -> out.println("  note      " + note));
        return 0;
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new UserException(folder + ": is a file, but a circuit needs a folder; choose another");
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> first = files.findFirst();
            if (first.isPresent()) {
                throw new UserException(
                        folder + ": is not empty (" + first.get().getFileName() + "); choose another folder");
            }
        }
    }
}
