package org.ganglion.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganglion.cli.cluster.AnyNode;
import org.ganglion.cli.cluster.ClusterLaunch;
import org.ganglion.cli.cluster.ClusterOptions;
import org.ganglion.cli.cluster.GroupsOnNodes;
import org.ganglion.cli.cluster.StartLock;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.run.MemoryCheck;
import org.ganglion.cli.run.RunSession;
import org.ganglion.cli.run.Screen;
import org.ganglion.cli.sweep.SweepOptions;
import org.ganglion.cli.sweep.SweepPlan;
import org.ganglion.cli.sweep.SweepSession;
import org.ganglion.io.config.Config;
import org.ganglion.io.record.RunDescription;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.sweep.SweepFile;
import org.ganglion.simulator.MemoryEstimate;
import org.ganglion.simulator.plan.MemoryEstimates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion run}. */
@Command(
        name = "run",
        description = "Simulates a network and writes spikes, states, a picture and a summary into a folder.",
        footer = {
            "",
            "Examples:",
            "  ganglion run examples/brunel.yaml",
            "  ganglion run brunel.yaml --set g=4.5 --set 'simulation.duration=2 s' --output runs/g45",
            "  ganglion run Brunel.java --set g=4.5",
            "  ganglion run examples/multi-area.yaml --nodes 3",
            "  ganglion run brunel.yaml --sweep g=3:6:0.5 eta=1,2,4 seeds=5",
            "  ganglion run examples/brunel.yaml --live",
            "  ganglion run circuit/simulation_config.json",
            "",
            "Ctrl-C stops the run and keeps what was recorded; a second Ctrl-C ends it at once.",
            "Exit codes: 0 done, 1 the run failed, 2 the call or the model is wrong, 4 a population fired too fast,",
            "130 stopped by Ctrl-C, 143 by SIGTERM."
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private Screens screens = new Screens();

    @Mixin
    private ModelArguments model = new ModelArguments();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder for the results; by default output.directory of the model, or runs/NAME.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = {"-f", "--force"},
            description = "Replaces a run that the folder already holds.")
    private boolean force;

    @Option(
            names = {"-q", "--quiet"},
            description = "Says nothing but errors.")
    private boolean quiet;

    @Option(names = "--no-progress", description = "Shows no progress bar, only a line every few seconds.")
    private boolean plain;

    @Mixin
    private LiveOption live = new LiveOption();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private SweepOptions sweeps = new SweepOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Config config = sweeps.alone(model.read(sweeps.arguments()), model.file, model.settings());
        if (config.sweep().isPresent()) {
            live.requireNone();
            Screen screen = screens.screen(plain, quiet);
            SweepFile sweep = SweepPlan.of(
                    model.file,
                    model.settings(),
                    sweeps.arguments(),
                    config,
                    config.sweep().get(),
                    Version.current().text());
            SweepSession session = SweepSession.in(folder(config, "-sweep"), sweep, force, screen);
            return session.run(cluster.processes(session.threads()));
        }
        MemoryEstimate estimate = MemoryEstimates.of(config.experiment());
        boolean onNodes = cluster.wanted();
        if (onNodes) {
            cluster.require();
            GroupsOnNodes.require(config.experiment());
        } else { // nodes have heaps of their own
            MemoryCheck.require(
                    model.file,
                    config.experiment(),
                    estimate,
                    Runtime.getRuntime().maxMemory());
        }
        live.require();
        Path path = folder(config, "");
        requireIdle(path);
        RunFolder folder = RunFolder.create(
                path, force || (output.isEmpty() && config.output().overwrite()));
        Screen screen = screens.screen(plain, quiet);
        config.notes().forEach(screen::say);
        if (onNodes) {
            try (StartLock _ = StartLock.take(folder.path())) {
                return new ClusterLaunch(config, folder.path(), cluster, screen, live::during).run();
            }
        }
        RunSession session =
                new RunSession(config, folder, screen, Version.current().text());
        return live.during(session.live(), screen, () -> session.run(estimate));
    }

    /** A run that goes on is not replaced, not even by force. */
    private static void requireIdle(Path path) throws IOException, InterruptedException {
        if (RunDescription.underWay(path)) {
            throw new UserException(path + ": holds a run that goes on in another process; end that one,"
                    + " or choose another folder with --output DIR");
        }
        if (AnyNode.isAtWork(path)) {
            throw new UserException(path + ": holds a run that goes on; ganglion watch shows it, ganglion stop ends it;"
                    + " or choose another folder with --output DIR");
        }
        StartLock.requireFree(path);
    }

    /** @param kind added to the name where the folder is named after the network */
    private Path folder(Config config, String kind) {
        if (output.isPresent() && output.get().toString().isEmpty()) {
            throw new UserException("--output: is empty; name a folder");
        }
        return output.or(() -> config.output().directory()).orElseGet(() -> {
            String name = config.experiment().network().name();
            return Path.of("runs", name.replaceAll("[^\\p{Alnum}._-]+", "-").replaceAll("^[.-]+", "run-") + kind);
        });
    }
}
