package org.ganglion.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.ganglion.cli.live.LiveSubject;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigWriter;
import org.ganglion.io.plot.Pictures;
import org.ganglion.io.record.DiskFullException;
import org.ganglion.io.record.RunDescription;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.record.RunMerge;
import org.ganglion.io.record.RunRecording;
import org.ganglion.io.record.SpikeSink;
import org.ganglion.io.record.StateSink;
import org.ganglion.io.report.MemoryPeak;
import org.ganglion.io.report.RecoveredJson;
import org.ganglion.io.report.Report;
import org.ganglion.io.report.RunFacts;
import org.ganglion.io.report.RunJson;
import org.ganglion.io.report.SummaryTable;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.MemoryEstimate;
import org.ganglion.simulator.RunState;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.Runaway;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.SynapseWeights;
import org.ganglion.simulator.actor.ActorSimulation;

/** Runs one network into one folder: builds, simulates, writes, and says what came of it. */
public final class RunSession {
    /** Networks that need more than this while they are built give the surplus back before they run. */
    private static final long WORTH_COLLECTING = 256L << 20;

    /** The exit code of a run that a population has ended by firing too fast. */
    public static final int RUNAWAY = 4;

    private final Config config;
    private final Experiment experiment;
    private final RunFolder folder;
    private final Screen screen;
    private final String version;
    private final LocalLive live;
    private volatile Optional<Simulation> running = Optional.empty();
    private volatile Optional<RunDescription> described = Optional.empty();

    /** @param version of Ganglion, for {@code run.json} */
    public RunSession(Config config, RunFolder folder, Screen screen, String version) {
        this.config = config;
        this.experiment = config.experiment();
        this.folder = folder;
        this.screen = screen;
        this.version = version;
        this.live = new LocalLive(experiment, this::keep);
    }

    /** The run as its live page shows it. */
    public LiveSubject live() {
        return new LiveSubject(live, experiment, folder.path(), 0);
    }

    /**
     * Runs to the end, or to where Ctrl-C stops it.
     *
     * @param estimate of the memory it will need
     * @return the exit code: 0, {@link #RUNAWAY}, or 128 and the number of the signal that stopped it
     * @throws SimulationException if the run cannot go on; what was recorded up to there is kept
     */
    public int run(MemoryEstimate estimate) throws IOException, InterruptedException {
        screen.say(String.format(
                Locale.ROOT,
                "%s: %,d %s, %,.0f synapses expected, about %s for them",
                experiment.network().name(),
                experiment.network().neurons(),
                experiment.network().neurons() == 1 ? "neuron" : "neurons",
                estimate.synapses(),
                MemoryCheck.bytes(estimate.builtBytes())));
        try (RunDescription description = RunDescription.write(folder.path(), ConfigWriter.toJson(config));
                RunRecording recording = recording();
                Interruption interruption = Interruption.listen(this::stop)) {
            described = Optional.of(description); // held until what was recorded is written
            screen.say("building...");
            RunSummary summary;
            Supplier<SynapseWeights> weights;
            Experiment ran;
            Optional<Runaway> runaway;
            try (Simulation simulation = build(recording)) {
                if (estimate.peakBytes() > WORTH_COLLECTING) {
                    System.gc();
                }
                screen.say("running...");
                running = Optional.of(simulation);
                live.runs(simulation);
                simulate(simulation, recording);
                live.writes();
                summary = simulation.summary();
                weights = simulation::synapses;
                ran = simulation.experiment();
                runaway = simulation.runaway();
            }
            write(recording, ran, summary, weights, runaway);
            runaway.ifPresent(why -> screen.warn(why.text()));
            return runaway.isPresent() && interruption.exitCode() == 0 ? RUNAWAY : interruption.exitCode();
        }
    }

    /** What was changed must be known also to who recovers what a process recorded that was killed. */
    private void keep(Experiment changed) {
        try {
            if (described.isPresent()) {
                described.get().rewrite(ConfigWriter.toJson(config.with(changed)));
            }
        } catch (IOException e) {
            screen.warn("the change could not be written to " + folder.path().resolve(RunFolder.NETWORK_JSON) + " ("
                    + e.getMessage() + "); run.json will tell of it at the end");
        }
    }

    private RunRecording recording() {
        try {
            return new RunRecording(folder.path(), experiment);
        } catch (IllegalArgumentException e) {
            throw new UserException(experiment.network().name() + ": " + e.getMessage());
        }
    }

    /** Builds; what cannot be built leaves no files behind, so that the folder can be used again. */
    private Simulation build(RunRecording recording) throws IOException, InterruptedException {
        boolean built = false;
        try {
            Simulation simulation = ActorSimulation.build(experiment, recording);
            built = true;
            return simulation;
        } finally {
            if (!built) {
                recording.close();
                RunFolder.create(folder.path(), true);
            }
        }
    }

    /** The first signal: ends the run at a step, or the process where there is nothing to keep yet. */
    private void stop(int exitCode) {
        Optional<Simulation> simulation = running;
        if (simulation.isPresent()) {
            screen.warn("\nstopping; what was recorded is being written (once more to end at once)");
            simulation.get().stop();
            return;
        }
        screen.warn("\nstopped while building; nothing was simulated");
        try {
            RunFolder.create(folder.path(), true); // takes away what the recording had begun
        } catch (IOException e) {
            screen.warn(String.valueOf(e.getMessage()));
        }
        Runtime.getRuntime().halt(exitCode);
    }

    private void simulate(Simulation simulation, RunRecording recording) throws IOException, InterruptedException {
        ProgressMeter meter = ProgressMeter.start(
                screen,
                experiment.settings(),
                simulation::progress,
                () -> simulation.state().phase() == RunState.Phase.PAUSED);
        try {
            simulation.runTo(experiment.settings().endStep());
        } catch (SimulationException | IOException e) {
            meter.close();
            simulation.close();
            keep(recording, simulation.experiment(), simulation.progress().step());
            throw e;
        } finally {
            meter.close();
        }
    }

    /** After a failure: merges what all groups had recorded, and tells what it is of. */
    private void keep(RunRecording recording, Experiment ran, long step) {
        try {
            List<Path> kept = new ArrayList<>(recording.merge(
                    step, config.output().format(), SpikeSink.NONE, StateSink.NONE, RunMerge.unknownWeights(ran)));
            kept.add(folder.runJson());
            RecoveredJson.write(folder.runJson(), config.with(ran), version, step, kept);
            RunMerge.deleteSpills(folder.path());
            screen.warn(String.format(
                    Locale.ROOT,
                    "what was recorded up to %.1f ms is in %s",
                    step * experiment.settings().dtMs(),
                    String.join(", ", kept.stream().map(Path::toString).toList())));
        } catch (IOException | RuntimeException e) {
            if (Files.notExists(folder.path())) {
                return; // with all that was recorded, as the failure tells
            }
            screen.warn("what was recorded stays unmerged in " + folder.path() + " (" + e.getMessage()
                    + "); once that is mended, write it with: ganglion recover " + folder.path());
        }
    }

    /**
     * Writes what was recorded, then what is known of the run, and pictures after that: a process that ends on the way leaves
     * spill files to recover, or a run that is whole but for its pictures.
     *
     * @param ran what was run, with what was changed meanwhile
     */
    private void write(
            RunRecording recording,
            Experiment ran,
            RunSummary summary,
            Supplier<SynapseWeights> weights,
            Optional<Runaway> runaway)
            throws IOException {
        boolean drawn = config.output().raster();
        Pictures pictures = Pictures.of(experiment, summary.endStep());
        List<Path> recorded = recording.merge(
                summary.endStep(),
                config.output().format(),
                drawn ? pictures.spikes() : SpikeSink.NONE,
                drawn ? pictures.states() : StateSink.NONE,
                weights);
        RunFacts facts = describe(ran, summary, recorded, runaway);
        RunMerge.deleteSpills(folder.path());
        Optional<IOException> notDrawn = Optional.empty();
        if (drawn) {
            List<Path> files = new ArrayList<>(recorded);
            notDrawn = draw(pictures, files);
            facts = describe(ran, summary, files, runaway);
        }
        screen.show("\n" + SummaryTable.text(facts));
        Optional<Path> report = Report.planned(folder.path(), config);
        if (report.isPresent()) {
            Report.write(report.get(), config).ifPresent(screen::say);
        }
        if (notDrawn.isPresent()) {
            throw notDrawn.get();
        }
    }

    /** Writes {@code run.json}, which names the report and itself after these files. */
    private RunFacts describe(Experiment ran, RunSummary summary, List<Path> written, Optional<Runaway> runaway)
            throws IOException {
        List<Path> files = new ArrayList<>(written);
        Report.planned(folder.path(), config).ifPresent(files::add);
        files.add(folder.runJson());
        RunFacts facts = new RunFacts(
                ran,
                summary,
                version,
                ConfigWriter.toJson(config.with(ran)),
                ConfigWriter.networkHash(ran),
                Instant.now(),
                MemoryPeak.now(),
                folder.path(),
                files,
                runaway);
        RunJson.write(folder.runJson(), facts);
        return facts;
    }

    /** Draws, and adds what was drawn to the files. A failure is returned: run.json is written before it is told. */
    private Optional<IOException> draw(Pictures pictures, List<Path> files) {
        try {
            Pictures.Drawn drawn = pictures.write(folder.path());
            files.addAll(drawn.files());
            drawn.notes().forEach(screen::say);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(DiskFullException.told(folder.path().resolve(RunFolder.RASTER), e));
        }
    }
}
