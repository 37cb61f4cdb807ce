package org.ganglion.cli.sweep;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.run.MemoryCheck;
import org.ganglion.cli.run.RunSession;
import org.ganglion.cli.run.Screen;
import org.ganglion.io.analysis.FinishedRun;
import org.ganglion.io.analysis.UnreadableRunException;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.SweepArguments;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.sweep.SweepFile;
import org.ganglion.io.sweep.TimeWindow;
import org.ganglion.io.sweep.Trial;
import org.ganglion.io.sweep.TrialResult;
import org.ganglion.simulator.MemoryEstimate;
import org.ganglion.simulator.plan.MemoryEstimates;

/** Runs one trial into a folder, as {@code ganglion run} would. */
final class TrialRun {
    private static final String THREADS = "simulation.threads";
    private static final String RASTER = "output.raster";
    private static final String REPORT = "output.report";

    private final SweepFile sweep;
    private final String version;
    private final PrintWriter log;

    /** @param log where what it says goes */
    TrialRun(SweepFile sweep, String version, PrintWriter log) {
        this.sweep = sweep;
        this.version = version;
        this.log = log;
    }

    /**
     * Runs it to its end.
     *
     * @return what came of it; also written into the folder
     * @throws UserException if a population ran away, as it would again
     * @throws StoppedException if this process was told to end meanwhile
     * @throws IOException if a file cannot be written
     */
    TrialResult run(Trial trial, Path folder, int attempt) throws IOException, InterruptedException, StoppedException {
        long begin = System.nanoTime();
        Config config = SweepPlan.measured(sweep.model(), settings(), SweepArguments.NONE, trial, sweep.sweep());
        MemoryEstimate estimate = MemoryEstimates.of(config.experiment());
        MemoryCheck.require(
                sweep.model(),
                config.experiment(),
                estimate,
                Runtime.getRuntime().maxMemory());
        RunFolder run = RunFolder.create(folder, true);
        Screen screen = new Screen(new PrintWriter(Writer.nullWriter()), log, false, true);
        int code = new RunSession(config, run, screen, version).run(estimate);
        if (code == RunSession.RUNAWAY) {
            throw new UserException(TrialResult.endedBy(folder.resolve(RunFolder.RUN_JSON)));
        }
        if (code != 0) {
            throw new StoppedException(code);
        }
        TrialResult result = measured(folder, config, attempt, begin);
        result.write(folder);
        return result;
    }

    /** What came of it; nothing of single spikes where the run has no file of them. */
    private TrialResult measured(Path folder, Config config, int attempt, long begin) throws IOException {
        Map<String, Double> synchrony = Map.of();
        Map<TimeWindow, Map<String, Double>> windows = Map.of();
        try {
            TrialMeasures measures = new TrialMeasures(FinishedRun.of(folder, config));
            synchrony = measures.synchrony();
            windows = measures.windows(sweep.sweep().windows());
        } catch (UnreadableRunException | SonataException e) {
            log.println("no synchrony, and no measures of parts of the run: " + e.getMessage());
        }
        return TrialResult.of(folder.resolve(RunFolder.RUN_JSON), synchrony, attempt, seconds(begin))
                .with(windows);
    }

    /** To the millisecond. */
    private static double seconds(long beginNs) {
        return Math.round((System.nanoTime() - beginNs) * 1e-6) / 1000.0;
    }

    /** A thread a trial, and no pictures and pages, unless something else is told: many trials run side by side. */
    private List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(THREADS + "=1", RASTER + "=false", REPORT + "=false"));
        settings.addAll(sweep.settings());
        return settings;
    }
}
