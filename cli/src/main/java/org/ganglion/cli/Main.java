package org.ganglion.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Set;
import org.ganglion.network.spec.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code ganglion}. */
@Command(
        name = "ganglion",
        description = "Simulates networks of spiking neurons.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Provider.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            NewCommand.class,
            RunCommand.class,
            ShellCommand.class,
            ValidateCommand.class,
            ExportCommand.class,
            ModelsCommand.class,
            NodeCommand.class,
            StatusCommand.class,
            WatchCommand.class,
            ResumeCommand.class,
            SweepCommand.class,
            RecoverCommand.class,
            InspectCommand.class,
            ReportCommand.class,
            PlotCommand.class,
            AskCommands.Checkpoint.class,
            AskCommands.Stop.class,
            AskCommands.Pause.class,
            AskCommands.Step.class,
            AskCommands.Unpause.class,
            AskCommands.Change.class,
            BenchCommand.class,
            ScaleCommand.class,
            VersionCommand.class,
            CompletionCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  ganglion new network",
            "  ganglion run examples/brunel.yaml",
            "  ganglion run brunel.yaml --set g=4.5 --output runs/g45",
            "  ganglion run examples/multi-area.yaml --nodes 3",
            "  ganglion validate brunel.yaml",
            "  ganglion models iaf_psc_exp",
            "",
            "ganglion COMMAND --help tells more."
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] args) {
        Charset charset = System.out.charset();
        System.exit(
                execute(new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset), args));
    }

    /** Runs one command. Results go to {@code out}, all else to {@code err}; returns the exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        try {
            CommandLine command = new CommandLine(new Main());
            command.getSubcommands().values().forEach(c -> c.getCommandSpec().addOption(help()));
            command.setOut(out);
            command.setErr(err);
            command.setParameterExceptionHandler(Main::misused);
            command.setExecutionExceptionHandler((e, line, parsed) -> Failures.tell(e, err));
            return command.execute(args);
        } catch (Error e) {
            return Failures.tell(e, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build();
    }

    private static int misused(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        if (e instanceof UnmatchedArgumentException unmatched && isCommand(command, unmatched)) {
            String word = unmatched.getUnmatched().getFirst();
            Set<String> known = command.getSubcommands().keySet();
            err.println("ganglion: " + Suggestion.unknown("command", word, known));
        } else {
            err.println("ganglion: " + e.getMessage());
            UnmatchedArgumentException.printSuggestions(e, err);
        }
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return Failures.USER;
    }

    private static boolean isCommand(CommandLine command, UnmatchedArgumentException e) {
        return !command.getSubcommands().isEmpty()
                && !e.getUnmatched().getFirst().startsWith("-");
    }
}
