package org.ganglion.cli.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.ganglion.cli.live.LivePage;
import org.ganglion.cli.live.LiveSubject;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.run.Screen;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.FolderDisk;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.Legs;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.checkpoint.MirroredDisk;
import org.ganglion.distributed.checkpoint.RunIdentity;
import org.ganglion.distributed.checkpoint.SpillRecords;
import org.ganglion.distributed.run.RunResults;
import org.ganglion.distributed.run.SharedRun;
import org.ganglion.io.config.ChangeArgument;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigWriter;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.plan.ChangeLimits;

/** Starts a run on worker processes, or takes one up again, and watches it. */
public final class ClusterLaunch {
    private static final long GOOD_BYE_MS = 20_000;

    private final Config config;
    private final Path folder;
    private final ClusterOptions options;
    private final Screen screen;
    private final Page page;

    /** Does something while a run has a live page, where one is wanted. */
    public interface Page {
        /** Returns the exit code. */
        int during(LiveSubject subject, Screen screen, LivePage.Work work) throws IOException, InterruptedException;
    }

    /** @param folder that the run has for itself */
    public ClusterLaunch(Config config, Path folder, ClusterOptions options, Screen screen, Page page) {
        this.page = page;
        this.config = config;
        this.folder = folder.toAbsolutePath().normalize();
        this.options = options;
        this.screen = screen;
    }

    /** Starts a run from its beginning. */
    public int run() throws IOException, InterruptedException {
        RunIdentity identity =
                new RunIdentity(UUID.randomUUID().toString(), ConfigWriter.networkHash(config.experiment()));
        return start(identity, Leg.FIRST);
    }

    /**
     * Continues a run from its latest checkpoint.
     *
     * @param changes of stimuli from there on, as {@code stimuli.ext.rate=9 Hz}
     * @throws UserException if it has nothing of groups that were lost; all files stay as they are
     */
    public int resume(SharedRun before, List<String> changes) throws IOException, InterruptedException {
        MirroredDisk disk = MirroredDisk.alone(new FolderDisk(folder));
        Checkpoints checkpoints = new Checkpoints(disk, before.identity(), screen::warn, new SpillRecords(disk));
        List<LiveChange> made = checkpoints.changes().of(before.leg().number()); // each has begun a leg of recordings
        Leg leg = Legs.next(checkpoints, before.leg().number() + made.size() + 1);
        requireAllGroups(checkpoints.latest(), before);
        screen.say(String.format(
                Locale.ROOT,
                "continuing at %.1f ms",
                leg.firstStep() * config.experiment().settings().dtMs()));
        Config ran = before.changed(config, checkpoints.changes());
        return new ClusterLaunch(changed(ran, changes, leg.firstStep()), folder, options, screen, page)
                .start(before.identity(), leg);
    }

    /** A leg begins with all groups; one that has saved nothing itself has lost none for good. */
    private void requireAllGroups(Optional<Generation> from, SharedRun before) {
        List<Integer> lost = from.filter(g -> g.leg().number() == before.leg().number())
                .map(g -> g.without(before.groups()))
                .orElse(List.of());
        if (lost.isEmpty()) {
            return;
        }
        boolean ended = Files.exists(folder.resolve(RunResults.SUMMARY));
        throw new UserException(String.format(
                Locale.ROOT,
                "%s: cannot be continued: it went on without group%s %s (--on-failure silence), whose neurons the"
                        + " checkpoint at %.1f ms does not hold; %s",
                folder,
                lost.size() == 1 ? "" : "s",
                lost.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                from.orElseThrow().step() * config.experiment().settings().dtMs(),
                ended
                        ? "its results stay, and " + RunResults.SUMMARY + " says from when on it is without them"
                        : "ganglion recover " + folder + " writes what all groups recorded, up to the loss"));
    }

    private static Config changed(Config ran, List<String> changes, long step) {
        Experiment experiment = ran.experiment();
        double dtMs = experiment.settings().dtMs();
        for (String assignment : changes) {
            Change change =
                    ChangeArgument.parse(assignment, "--change", experiment, 0).atStep(step, dtMs);
            ChangeLimits.require(experiment, change);
            experiment = experiment.with(change);
        }
        return ran.with(experiment);
    }

    private int start(RunIdentity identity, Leg leg) throws IOException, InterruptedException {
        Experiment experiment = config.experiment();
        int nodes = options.nodes();
        int threads = threads(nodes);
        SharedRun shared = new SharedRun(
                identity,
                leg,
                GroupsOnNodes.of(experiment, nodes, threads),
                nodes,
                threads,
                options.everyMs(),
                options.everySteps(experiment.settings().dtMs()),
                options.onFailure(),
                ConfigWriter.networkHash(experiment));
        shared.write(folder, config);
        Files.deleteIfExists(folder.resolve(RunResults.SUMMARY));
        List<Process> workers = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            String name = "node-" + leg.number() + "-" + i;
            workers.add(Workers.start(folder, name, nodes, options.host(), i == 1 ? options.port() : 0, i == 1));
        }
        screen.say(String.format(
                "%s on %d node%s, %d groups; ganglion status %s tells more",
                experiment.network().name(), nodes, nodes == 1 ? "" : "s", shared.groups(), folder));
        NodesLive live = new NodesLive(folder, leg, experiment);
        RunWatch watch = new RunWatch(folder, leg, experiment.settings(), screen, live::heard, () -> workers.stream()
                .anyMatch(Process::isAlive));
        LiveSubject subject = new LiveSubject(live, experiment, folder, leg.number());
        int code = page.during(subject, screen, () -> watch.untilEnd(true));
        awaitEnd(workers);
        return code;
    }

    /** Whoever moves or removes the run's folder next need not meet a node that still says good-bye. */
    private static void awaitEnd(List<Process> workers) throws InterruptedException {
        long until = System.nanoTime() + GOOD_BYE_MS * 1_000_000;
        for (Process worker : workers) {
            long leftMs = (until - System.nanoTime()) / 1_000_000;
            var unused = worker.waitFor(Math.max(leftMs, 0), TimeUnit.MILLISECONDS);
        }
    }

    private int threads(int nodes) {
        int wanted = config.experiment().settings().threads();
        return wanted > 0 ? wanted : Math.max(1, Runtime.getRuntime().availableProcessors() / nodes);
    }
}
