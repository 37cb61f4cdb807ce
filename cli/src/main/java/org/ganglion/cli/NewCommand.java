package org.ganglion.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganglion.cli.template.Template;
import org.ganglion.cli.template.TemplateFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion new}. */
@Command(
        name = "new",
        description = "Writes a small model file to begin with, made to be changed.",
        footer = {
            "",
            "Examples:",
            "  ganglion new --list",
            "  ganglion new network",
            "  ganglion new network -o balanced.yaml",
            "",
            "Exit codes: 0 done, 2 there is no such template, or the file is there already."
        })
final class NewCommand implements Callable<Integer> {
    /** Templates, for completion. */
    static final class Titles implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return Template.titles().iterator();
        }
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TEMPLATE",
            completionCandidates = Titles.class,
            description = "One of: ${COMPLETION-CANDIDATES}. Without it, asks on a terminal, and lists them elsewhere.")
    private Optional<String> template = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; by default called like the template, here.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--list", description = "Lists the templates.")
    private boolean list;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<String> title = list ? Optional.empty() : template.or(() -> asked(out));
        if (title.isEmpty()) {
            list(out);
            return 0;
        }
        Template chosen = Template.named(title.get());
        List<Path> files = TemplateFiles.write(chosen, output.orElse(Path.of(chosen.file())));
        for (Path file : files) {
            out.println(file.equals(files.getFirst()) ? file + ": " + chosen.says() : file.toString());
        }
        out.println("\nNext:");
        out.println("  ganglion validate " + files.getFirst());
        out.println("  ganglion run " + files.getFirst());
        return 0;
    }

    private static void list(PrintWriter out) {
        for (Template each : Template.values()) {
            out.printf("  %-10s  %s%n", each.title(), each.says());
        }
    }

    /** What somebody at a terminal chooses; nothing where there is no terminal, or no answer. */
    private static Optional<String> asked(PrintWriter out) {
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (terminal.isEmpty()) {
            return Optional.empty();
        }
        list(out);
        out.print("\nWhich one? ");
        out.flush();
        String line = terminal.get().readLine();
        return Optional.ofNullable(line).map(String::strip).filter(s -> !s.isEmpty());
    }
}
