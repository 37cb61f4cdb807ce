package org.ganglion.distributed.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.FolderDisk;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.cluster.NodeContext;
import org.ganglion.distributed.cluster.RunTime;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigWriter;
import org.ganglion.io.plot.Pictures;
import org.ganglion.io.record.DiskFullException;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.record.RunMerge;
import org.ganglion.io.record.SpikeSink;
import org.ganglion.io.record.StateSink;
import org.ganglion.io.report.MemoryPeak;
import org.ganglion.io.report.Report;
import org.ganglion.io.report.RunFacts;
import org.ganglion.io.report.RunJson;
import org.ganglion.io.report.SummaryTable;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.SynapseWeights;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.group.PlannedSynapses;
import org.ganglion.simulator.group.StateSummaries;
import org.ganglion.simulator.plan.NetworkPlan;

/** Writes what comes of a run, from what all nodes recorded and the checkpoint at its end. */
public final class RunResults implements NodeContext.Results {
    public static final String SUMMARY = RunFolder.SUMMARY;

    private final Path folder;
    private final NodeFolder nodeFolder;
    private final SharedRun run;
    private final Config config;
    private final String version;
    private final Checkpoints checkpoints;

    /** @param version of Ganglion */
    public RunResults(NodeFolder nodeFolder, SharedRun run, Config config, String version) {
        this.folder = nodeFolder.path();
        this.nodeFolder = nodeFolder;
        this.run = run;
        this.config = config;
        this.version = version;
        this.checkpoints = nodeFolder.checkpoints();
    }

    @Override
    public void write(Generation end, List<NodeReport> nodes, Word word, RunTime time) throws IOException {
        nodeFolder.gather(end);
        Config ran = run.changed(config, checkpoints.changes());
        Experiment experiment = ran.experiment();
        List<Path> files = new ArrayList<>();
        NetworkPlan plan = NetworkPlan.of(config.experiment(), run.groups());
        List<GroupState> states = checkpoints.parts(end);
        Supplier<SynapseWeights> weights = () -> PlannedSynapses.ofStates(plan, states);
        boolean drawn = config.output().raster();
        Pictures pictures = Pictures.of(experiment, end.step());
        files.addAll(RunMerge.merge(
                folder,
                experiment,
                run.identity().run(),
                end.step(),
                config.output().format(),
                drawn ? pictures.spikes() : SpikeSink.NONE,
                drawn ? pictures.states() : StateSink.NONE,
                weights));
        List<String> notes = drawn ? draw(pictures, files) : List.of();
        RunSummary summary = summary(plan, states, end, nodes, time);
        Optional<Path> report = Report.planned(folder, config);
        report.ifPresent(files::add);
        Path json = folder.resolve(RunFolder.RUN_JSON);
        files.add(json);
        RunFacts facts = new RunFacts(
                experiment,
                summary,
                version,
                ConfigWriter.toJson(ran),
                ConfigWriter.networkHash(experiment),
                Instant.now(),
                MemoryPeak.now(),
                folder,
                files,
                word.runaway());
        RunJson.write(json, facts);
        StringBuilder text = new StringBuilder(SummaryTable.text(facts));
        word.runaway().ifPresent(why -> text.append(why.text()).append(System.lineSeparator()));
        for (Word.Silenced lost : word.silenced()) {
            text.append(String.format(
                    Locale.ROOT,
                    "group %d was lost and is silent from %.1f ms on%n",
                    lost.group(),
                    lost.since() * experiment.settings().dtMs()));
        }
        checkpoints.losses().forEach(loss -> text.append(loss).append(System.lineSeparator()));
        notes.forEach(note -> text.append(note).append(System.lineSeparator()));
        new FolderDisk(folder).write(SUMMARY, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
        if (report.isPresent()) {
            Report.write(report.get(), config);
        }
    }

    /** Draws, and adds what was drawn to the files. What cannot be drawn costs the picture and is told, one line each. */
    private List<String> draw(Pictures pictures, List<Path> files) {
        try {
            Pictures.Drawn drawn = pictures.write(folder);
            files.addAll(drawn.files());
            return drawn.notes();
        } catch (IOException e) {
            return List.of("no pictures: "
                    + DiskFullException.told(folder.resolve(RunFolder.RASTER), e)
                            .getMessage());
        }
    }

    private RunSummary summary(
            NetworkPlan plan, List<GroupState> states, Generation end, List<NodeReport> nodes, RunTime time) {
        List<GroupReport> groups =
                nodes.stream().flatMap(n -> n.groups().stream()).toList();
        Experiment experiment = config.experiment();
        double build =
                groups.stream().mapToDouble(GroupReport::buildSeconds).max().orElse(0);
        long first = run.leg().firstStep();
        long timedFrom = Math.clamp(experiment.settings().warmUpSteps(), first, Math.max(first, end.step()));
        return StateSummaries.of(
                plan,
                states,
                end.leg().before(), // not this run's leg: one that is resumed at its end computes nothing more
                end.step(),
                new StateSummaries.Costs(
                        groups.stream().mapToLong(GroupReport::synapseBytes).sum(),
                        nodes.stream().mapToInt(NodeReport::threads).sum(),
                        build,
                        time.warmUpSeconds(),
                        time.seconds(),
                        (end.step() - timedFrom) * experiment.settings().dtMs() * 1e-3));
    }
}
