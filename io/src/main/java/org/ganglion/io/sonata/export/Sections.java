package org.ganglion.io.sonata.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ganglion.io.sonata.SonataReader;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;

/** The parts of a simulation's configuration that need no files: how long it runs, currents, reports. */
final class Sections {
    private final Network network;
    private final RunSettings settings;
    private final double endMs;
    private final List<String> notes;

    /** @param notes takes what cannot be said there and decides nothing about the spikes */
    Sections(Experiment experiment, List<String> notes) {
        this.network = experiment.network();
        this.settings = experiment.settings();
        this.endMs = settings.endStep() * settings.dtMs();
        this.notes = notes;
    }

    Map<String, Object> run() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tstop", tidy(endMs));
        run.put("dt", settings.dtMs());
        run.put("random_seed", settings.seed());
        if (settings.warmUpMs() > 0) {
            run.put(SonataReader.WARM_UP, settings.warmUpMs());
        }
        double maxRateHz = settings.maxRateHz();
        if (maxRateHz != RunSettings.DEFAULT.maxRateHz()) {
            run.put(SonataReader.MAX_RATE, Double.isFinite(maxRateHz) ? maxRateHz : 0.0);
        }
        return run;
    }

    /** A current as one clamp for each of its steps. */
    Map<String, Object> clamp(Stimulus.Current current) {
        List<Double> amplitudes = new ArrayList<>();
        List<Double> delays = new ArrayList<>();
        List<Double> durations = new ArrayList<>();
        for (int i = 0; i < current.timesMs().size(); i++) {
            double start = current.timesMs().get(i);
            double stop = i + 1 < current.timesMs().size() ? current.timesMs().get(i + 1) : Math.max(endMs, start);
            if (stop > start && current.amplitudesPa().get(i) != 0) {
                amplitudes.add(current.amplitudesPa().get(i));
                delays.add(start);
                durations.add(tidy(stop - start));
            }
        }
        Map<String, Object> clamp = new LinkedHashMap<>();
        clamp.put("input_type", "current_clamp");
        clamp.put("module", "IClamp");
        clamp.put("node_set", nodes(current.target(), current.neurons()));
        clamp.put("amp", amplitudes);
        clamp.put("delay", delays);
        clamp.put("duration", durations);
        return clamp;
    }

    /** Whether a current flows at any time of the run. */
    boolean flows(Stimulus.Current current) {
        return IntStream.range(0, current.timesMs().size())
                .anyMatch(i ->
                        current.amplitudesPa().get(i) != 0 && current.timesMs().get(i) < endMs);
    }

    Map<String, Object> reports() {
        Map<String, Object> reports = new LinkedHashMap<>();
        for (Recorder recorder : network.recorders()) {
            switch (recorder) {
                case Recorder.State state -> reports.put(state.name(), report(state));
                case Recorder.Rates rates ->
                    notes.add("recorders." + rates.name() + ": circuits have no reports of rates; it is left out");
                case Recorder.Weights weights ->
                    notes.add("recorders." + weights.name() + ": circuits have no reports of weights; it is left out");
                case Recorder.Spikes _ -> {} // those of all populations are recorded
            }
        }
        return reports;
    }

    /** Samples come after the start, at equal distances from it; so the start is moved to where one would be. */
    private Map<String, Object> report(Recorder.State state) {
        long interval = Math.max(1, Math.round(state.intervalMs() / settings.dtMs()));
        long offset = Math.round(state.offsetMs() / settings.dtMs());
        long start = Math.max(settings.warmUpSteps(), Math.round(state.startMs() / settings.dtMs()));
        long begin = start - Math.floorMod(start - offset, interval);
        if (begin < 0) {
            begin = offset;
            notes.add("recorders." + state.name() + ": circuits cannot ask for its first sample; it is left out");
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("module", "multimeter_report");
        report.put("cells", nodes(state.population(), state.neurons()));
        report.put("variable_name", state.variables());
        report.put("dt", state.intervalMs());
        report.put("start_time", tidy(begin * settings.dtMs()));
        report.put("end_time", Double.isInfinite(state.stopMs()) ? tidy(endMs) : (Object) state.stopMs());
        return report;
    }

    /** A set of nodes. */
    Object nodes(String population, Selection neurons) {
        if (neurons instanceof Selection.All) {
            return population;
        }
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("population", population);
        set.put(
                "node_id",
                IntStream.of(neurons.indices(network.population(population).size()))
                        .boxed()
                        .toList());
        return set;
    }

    /** 3 steps of 0.1 ms are 0.3 ms. */
    private static double tidy(double ms) {
        return Math.round(ms * 1e6) / 1e6;
    }
}
