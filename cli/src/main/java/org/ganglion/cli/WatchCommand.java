package org.ganglion.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.ganglion.cli.cluster.NodesLive;
import org.ganglion.cli.cluster.RunWatch;
import org.ganglion.cli.live.LiveSubject;
import org.ganglion.cli.run.Screen;
import org.ganglion.distributed.run.SharedRun;
import org.ganglion.network.Experiment;
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
    private LiveOption live = new LiveOption();

    @Mixin
    private RunArguments arguments = new RunArguments();

    @Override
    public Integer call() throws IOException, InterruptedException {
        SharedRun shared = arguments.read();
        Experiment experiment = shared.network(arguments.run).experiment();
        Screen screen = screens.screen();
        NodesLive nodes = new NodesLive(arguments.run, shared.leg(), experiment);
        RunWatch watch =
                new RunWatch(arguments.run, shared.leg(), experiment.settings(), screen, nodes::heard, () -> false);
        LiveSubject subject =
                new LiveSubject(nodes, experiment, arguments.run, shared.leg().number());
        return live.during(subject, screen, () -> watch.untilEnd(false));
    }
}
