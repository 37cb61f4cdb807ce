package org.ganglion.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion report}. */
@Command(
        name = "report",
        description = "Writes a page with figures that tells of a run, or compares several.",
        footer = {
            "",
            "Examples:",
            "  ganglion report runs/brunel",
            "  ganglion report runs/g45 runs/g5 runs/g6 --output comparison.html",
            "",
            "The page is one file that needs no other and no network. Every run leaves its own, unless output.report is",
            "false.",
            "Exit codes: 0 done, 1 a file is damaged or cannot be written, 2 a folder is not that of a finished run."
        })
final class ReportCommand implements Callable<Integer> {
    private static final String COMPARISON = "comparison.html";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of runs that have ended.")
    private List<Path> runs = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The page; by default report.html in the folder of the run, or comparison.html here.")
    private Optional<Path> output = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Path file = output.orElseGet(
                () -> runs.size() == 1 ? runs.getFirst().resolve(RunFolder.REPORT) : Path.of(COMPARISON));
        Report.write(OutputFile.checked(file), runs);
        spec.commandLine().getOut().println(file);
        return 0;
    }
}
