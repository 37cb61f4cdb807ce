package org.ganglion.cli.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.io.analysis.Activity;
import org.ganglion.io.analysis.FinishedRun;
import org.ganglion.io.analysis.RunAnalysis;
import org.ganglion.io.analysis.StepWindow;
import org.ganglion.io.analysis.UnreadableRunException;
import org.ganglion.io.config.ConfigException;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.sweep.Sweep;
import org.ganglion.io.sweep.TimeWindow;
import org.ganglion.io.sweep.TrialResult;
import org.ganglion.network.RunSettings;

/** What is measured of the recorded spikes of a trial, by the names that measures know. */
final class TrialMeasures {
    private final FinishedRun run;

    TrialMeasures(FinishedRun run) {
        this.run = run;
    }

    /** Synchrony of each population of which spikes were recorded. */
    Map<String, Double> synchrony() {
        Map<String, Double> synchrony = new LinkedHashMap<>();
        for (Activity activity : RunAnalysis.of(run, run.window()).activities()) {
            synchrony.put(activity.population(), activity.synchrony());
        }
        return synchrony;
    }

    /** Results of the recorded neurons in each window. */
    Map<TimeWindow, Map<String, Double>> windows(List<TimeWindow> windows) {
        Map<TimeWindow, Map<String, Double>> all = new LinkedHashMap<>();
        windows.forEach(window -> all.put(window, results(window)));
        return all;
    }

    private Map<String, Double> results(TimeWindow window) {
        RunSettings settings = run.experiment().settings();
        StepWindow steps = new StepWindow(window.firstStep(settings), window.endStep(settings), settings.dtMs());
        Map<String, Double> results = new LinkedHashMap<>();
        double spikes = 0;
        double neurons = 0;
        for (Activity activity : RunAnalysis.of(run, steps).activities()) {
            String name = activity.population();
            results.put("rate." + name, activity.rateHz());
            results.put("cv." + name, activity.cv());
            results.put("synchrony." + name, activity.synchrony());
            results.put("spikes." + name, (double) activity.spikes());
            results.put("neurons." + name, (double) activity.neurons());
            spikes += activity.spikes();
            neurons += activity.neurons();
        }
        results.put("spikes", neurons > 0 ? spikes : Double.NaN);
        results.put("neurons", neurons > 0 ? neurons : Double.NaN);
        return results;
    }

    /**
     * Adds to a trial that has ended what measures of the sweep need and it was run without, from its spikes. Where it has none
     * any more, there is nothing to add.
     */
    static void complete(Path trial, TrialResult result, Sweep sweep) throws IOException {
        List<TimeWindow> missing = sweep.windows().stream()
                .filter(window -> !result.windows().containsKey(window))
                .toList();
        if (missing.isEmpty() || !result.isDone()) {
            return;
        }
        try {
            FinishedRun run = FinishedRun.read(trial);
            RunSettings settings = run.experiment().settings();
            List<TimeWindow> there = missing.stream()
                    .filter(window -> window.objection(settings).isEmpty())
                    .toList();
            if (!there.isEmpty()) {
                result.with(new TrialMeasures(run).windows(there)).write(trial);
            }
        } catch (UnreadableRunException | SonataException | ConfigException _) {
            return; // the column stays empty, as that of synchrony does
        }
    }
}
