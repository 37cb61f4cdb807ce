package org.ganglion.cli.sweep;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.cli.run.MemoryCheck;
import org.ganglion.cli.run.RunSession;
import org.ganglion.cli.run.Screen;
import org.ganglion.io.analysis.Activity;
import org.ganglion.io.analysis.FinishedRun;
import org.ganglion.io.analysis.RunAnalysis;
import org.ganglion.io.analysis.UnreadableRunException;
import org.ganglion.io.config.Config;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.sweep.SweepFile;
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
     * @throws IOException if a file cannot be written, or the run was stopped before its end
     */
    TrialResult run(Trial trial, Path folder, int attempt) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Config config = SweepPlan.read(sweep.model(), settings(), trial);
        MemoryEstimate estimate = MemoryEstimates.of(config.experiment());
        MemoryCheck.require(
                sweep.model(),
                config.experiment(),
                estimate,
                Runtime.getRuntime().maxMemory());
        RunFolder run = RunFolder.create(folder, true);
        Screen screen = new Screen(new PrintWriter(Writer.nullWriter()), log, false, true);
        int code = new RunSession(config, run, screen, version).run(estimate);
        if (code != 0) {
            throw new IOException("stopped before its end");
        }
        TrialResult result = TrialResult.of(run.runJson(), synchrony(folder, config), attempt, seconds(begin));
        result.write(folder);
        return result;
    }

    /** Of each population of which spikes were recorded; nothing where the run has no file of spikes. */
    private Map<String, Double> synchrony(Path folder, Config config) {
        Map<String, Double> synchrony = new LinkedHashMap<>();
        try {
            FinishedRun run = FinishedRun.of(folder, config);
            for (Activity activity : RunAnalysis.of(run, run.window()).activities()) {
                synchrony.put(activity.population(), activity.synchrony());
            }
        } catch (UnreadableRunException | SonataException e) {
            log.println("no synchrony: " + e.getMessage());
        }
        return synchrony;
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
