package org.ganglion.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ganglion.cli.cluster.RunWatch;
import org.ganglion.cli.run.Screen;
import org.ganglion.network.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ganglion watch}. */
@Command(
        name = "watch",
        description = "Shows how a run on nodes gets on until it ends, in place of the command that started it.",
        footer = {"", "Ctrl-C ends the watching, not the run."})
final class WatchCommand implements Callable<Integer> {
    @Mixin
    private Screens screens = new Screens();

    @Mixin
    private RunArguments arguments = new RunArguments();

    @Override
    public Integer call() throws IOException, InterruptedException {
        RunSettings settings =
                arguments.read().network(arguments.run).experiment().settings();
        Screen screen = screens.screen();
        return new RunWatch(arguments.run, settings, screen).untilEnd(false);
    }
}
