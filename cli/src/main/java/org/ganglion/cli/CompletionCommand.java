package org.ganglion.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion completion}. */
@Command(
        name = "completion",
        description = "Prints a script that lets a shell complete commands and options.",
        footer = {
            "",
            "Put one of these into the shell's start-up file:",
            "  bash  source <(ganglion completion bash)",
            "  zsh   source <(ganglion completion zsh)",
            "  fish  ganglion completion fish | source"
        })
final class CompletionCommand implements Callable<Integer> {
    /** Shells that are known. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.bash;

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        // The script for bash sets itself up in zsh too, through zsh's bashcompinit.
        String script =
                switch (shell) {
                    case bash, zsh -> AutoComplete.bash(spec.root().name(), root);
                    case fish -> FishCompletion.script(root);
                };
        spec.commandLine().getOut().print(script);
        return 0;
    }
}
