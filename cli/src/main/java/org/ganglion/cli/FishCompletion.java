package org.ganglion.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Writes completions for the fish shell, from the same description of the commands as the help. */
final class FishCompletion {
    private FishCompletion() {}

    static String script(CommandLine root) {
        StringBuilder out = new StringBuilder("complete -c ganglion -f\n");
        for (Map.Entry<String, CommandLine> entry : root.getSubcommands().entrySet()) {
            String name = entry.getKey();
            CommandLine command = entry.getValue();
            out.append("complete -c ganglion -n __fish_use_subcommand -a ")
                    .append(name)
                    .append(description(command.getCommandSpec().usageMessage().description()))
                    .append('\n');
            String when = "complete -c ganglion -n '__fish_seen_subcommand_from " + name + "'";
            boolean files = command.getCommandSpec().positionalParameters().stream()
                    .anyMatch(p -> p.paramLabel().equals("FILE"));
            if (files) {
                out.append(when).append(" -F\n");
            }
            command.getCommandSpec().positionalParameters().stream()
                    .filter(p -> p.completionCandidates() != null)
                    .forEach(p -> out.append(when)
                            .append(" -a '")
                            .append(String.join(" ", p.completionCandidates()))
                            .append("'\n"));
            for (OptionSpec option : command.getCommandSpec().options()) {
                out.append(when).append(option(option)).append('\n');
            }
        }
        return out.toString();
    }

    private static String option(OptionSpec option) {
        StringBuilder out = new StringBuilder();
        for (String name : option.names()) {
            out.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        boolean takesValue = option.arity().max() > 0;
        return out
                + (takesValue ? " -r" : "")
                + (takesValue && option.names()[0].equals("-o") ? " -F" : "")
                + description(option.description());
    }

    private static String description(String[] lines) {
        return lines.length == 0 ? "" : " -d '" + lines[0].replace("'", "\\'") + "'";
    }
}
