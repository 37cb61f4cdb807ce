package org.ganglion.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ganglion.cli.cluster.AnyNode;
import org.ganglion.cli.cluster.ClusterLaunch;
import org.ganglion.cli.cluster.ClusterOptions;
import org.ganglion.cli.cluster.StartLock;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.run.Screen;
import org.ganglion.cli.sweep.SweepSession;
import org.ganglion.distributed.run.SharedRun;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.ConfigWriter;
import org.ganglion.io.sweep.SweepFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion resume}. */
@Command(
        name = "resume",
        description = "Continues a run from its latest checkpoint, on any number of nodes, groups or threads.",
        footer = {
            "",
            "Examples:",
            "  ganglion resume runs/multi-area --nodes 2",
            "  ganglion resume runs/multi-area --set simulation.groups=16",
            "",
            "The spikes are the same as if the run had never stopped. With --set, simulation.groups, threads, barrier",
            "and max-rate and the section output can be changed; what decides the spikes cannot, but for stimuli with",
            "--change, which run.json then tells of."
        })
final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private Screens screens = new Screens();

    @Mixin
    private RunArguments arguments = new RunArguments();

    @Mixin
    private LiveOption live = new LiveOption();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private SetOption set = new SetOption();

    @Option(
            names = "--change",
            paramLabel = "PATH=VALUE",
            description =
                    "Gives a stimulus another value from there on, as in stimuli.ext.rate='9 Hz'; may be repeated.")
    private List<String> changes = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (SweepFolder.is(arguments.run)) {
            live.requireNone();
            if (!changes.isEmpty() || !set.assignments.isEmpty()) {
                throw new UserException(arguments.run
                        + ": is a sweep, which goes on as it was begun; --set and --change are of single runs");
            }
            SweepSession session = SweepSession.resume(arguments.run, screens.screen());
            return session.run(cluster.processes(session.threads()));
        }
        arguments.read();
        cluster.require();
        live.require();
        if (AnyNode.isAtWork(arguments.run)) {
            throw new UserException(arguments.run + ": this run goes on; ganglion watch shows it");
        }
        try (StartLock _ = StartLock.take(arguments.run)) {
            return resume(arguments.read());
        }
    }

    private int resume(SharedRun before) throws IOException, InterruptedException {
        before.network(arguments.run);
        Config config = ConfigReader.read(arguments.run.resolve(SharedRun.NETWORK), set.overrides());
        String hash = ConfigWriter.networkHash(config.experiment());
        if (!hash.equals(before.describedHash())) {
            throw new UserException("--set " + String.join(" --set ", set.assignments)
                    + ": changes what the run computes; simulation.groups, threads, barrier and max-rate and the section"
                    + " output can be set when a run goes on, and stimuli with --change");
        }
        Screen screen = screens.screen();
        return new ClusterLaunch(config, arguments.run, cluster, screen, live::during).resume(before, changes);
    }
}
