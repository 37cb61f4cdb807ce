package org.ganglion.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.shell.ShellException;
import org.ganglion.cli.shell.Shells;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion shell}. */
@Command(
        name = "shell",
        description = "Opens a Java shell in which networks are run, looked at, changed and run on.",
        footer = {
            "",
            "Examples:",
            "  ganglion shell",
            "  ganglion shell brunel.yaml",
            "  ganglion shell runs/brunel",
            "  echo 'run(100)' | ganglion shell brunel.yaml",
            "",
            "Without FILE the newest run below runs/ is loaded, if there is one. help() lists what can be said.",
            "Exit codes: 0 done, 1 a statement that was piped in failed, 2 FILE cannot be read."
        })
final class ShellCommand implements Callable<Integer> {
    private static final Path RUNS = Path.of("runs");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE",
            description = "A model file, or the folder of a run; by default the newest run below runs/.")
    private Optional<Path> file = Optional.empty();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Shells.begin(out, RUNS);
        try {
            boolean terminal = Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .isPresent();
            if (terminal) {
                out.println(Shells.hint());
                out.flush();
            }
            load();
            if (terminal) {
                Shells.terminal();
                return 0;
            }
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Shells.piped(in, out, spec.commandLine().getErr()) ? 0 : Failures.FAILED;
        } finally {
            Shells.end();
        }
    }

    private void load() {
        try {
            if (file.isPresent()) {
                Shells.load(file.get());
            } else {
                Shells.loadLast(RUNS);
            }
        } catch (ShellException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }
}
