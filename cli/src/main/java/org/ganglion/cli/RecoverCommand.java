package org.ganglion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ganglion.cli.cluster.AnyNode;
import org.ganglion.cli.cluster.StartLock;
import org.ganglion.cli.live.LiveKnobs;
import org.ganglion.cli.model.UserException;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.run.SharedRun;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.plot.Pictures;
import org.ganglion.io.record.RunDescription;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.record.RunMerge;
import org.ganglion.io.record.RunRecovery;
import org.ganglion.io.report.RecoveredJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion recover}. */
@Command(
        name = "recover",
        description = "Writes the results of a run that died, as far as it had come.",
        footer = {
            "",
            "Examples:",
            "  ganglion recover runs/brunel",
            "",
            "What a run records is on its way to the disk several times a second, so that no more than the last second",
            "is lost when its process is killed. A run on nodes can be continued with ganglion resume instead; its",
            "spill files are left for that. The run.json that is written says recovered, and leaves out what only the",
            "process that died knew, such as hashes and times; report, plot and inspect work on it.",
            "Exit codes: 0 done, 1 a file is damaged or cannot be written, 2 there is nothing to recover."
        })
final class RecoverCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "Folder of the run.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new UserException(folder + ": is not the folder of a run");
        }
        boolean onNodes = Files.exists(folder.resolve(RunFolder.CLUSTER_PROPERTIES));
        if (onNodes ? AnyNode.status(folder).isPresent() : RunDescription.underWay(folder)) {
            throw new UserException(folder + ": this run goes on; stop it first, or wait for its end");
        }
        requireNotEnded(onNodes);
        try (StartLock _ = onNodes ? StartLock.takeOfDead(folder) : null) {
            return recover(onNodes);
        }
    }

    /** What an ended run left is more than what its spill files tell. */
    private void requireNotEnded(boolean onNodes) {
        if (Files.exists(folder.resolve(onNodes ? RunFolder.SUMMARY : RunFolder.RUN_JSON))) {
            throw new UserException(folder + ": there is nothing to recover; "
                    + (onNodes
                            ? "the run ended, and its results are there; ganglion resume " + folder
                                    + " writes them once more, unless it went on without groups that were lost"
                            : "the run ended, or was recovered before, and its results are there"));
        }
    }

    private int recover(boolean onNodes) throws IOException {
        String runId = RunRecovery.runId(folder)
                .orElseThrow(
                        () -> new UserException(folder + ": there are no spill files, so there is nothing to recover"));
        Path description = folder.resolve(RunFolder.NETWORK_JSON);
        if (!Files.exists(description)) {
            throw new UserException(description
                    + ": is missing; write the canonical form of the network there (the config of a run.json)");
        }
        Config config = ConfigReader.read(description, Overrides.NONE);
        int groups = 0;
        if (onNodes) {
            SharedRun shared = SharedRun.read(folder);
            groups = shared.groups();
            config = shared.changed(
                    config, Checkpoints.in(folder, shared.identity()).changes());
        }
        RunRecovery found = RunRecovery.of(folder, config.experiment(), runId, groups);
        List<Path> files = write(config, found);
        Path json = folder.resolve(RunFolder.RUN_JSON);
        files.add(json);
        RecoveredJson.write(json, config, Version.current().text(), found.completeStep(), files);
        if (!onNodes) {
            RunMerge.deleteSpills(folder);
        }
        say(config, found, files);
        return 0;
    }

    private List<Path> write(Config config, RunRecovery found) throws IOException {
        Pictures pictures = Pictures.of(config.experiment(), found.completeStep());
        List<Path> files = new ArrayList<>(RunMerge.merge(
                folder,
                config.experiment(),
                found.runId(),
                found.completeStep(),
                config.output().format(),
                pictures.spikes(),
                pictures.states()));
        if (config.output().raster()) {
            files.addAll(pictures.write(folder).files());
        }
        return files;
    }

    private void say(Config config, RunRecovery found, List<Path> files) {
        PrintWriter out = spec.commandLine().getOut();
        double dtMs = config.experiment().settings().dtMs();
        out.printf(
                Locale.ROOT,
                "%s: complete up to %s ms of %s ms%n",
                folder,
                tidy(found.completeStep() * dtMs),
                tidy(config.experiment().settings().endStep() * dtMs));
        config.experiment().changes().forEach(change -> out.println("  " + LiveKnobs.told(change)));
        files.forEach(file -> out.println("  " + file));
    }

    private static String tidy(double ms) {
        double rounded = Math.round(ms * 1e6) / 1e6;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
