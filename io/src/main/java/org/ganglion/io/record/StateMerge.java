package org.ganglion.io.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganglion.io.hdf5.ReportFile;
import org.ganglion.io.hdf5.StepTime;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/** Merges the samples of all state recorders into one file of reports. */
final class StateMerge {
    private final Experiment experiment;
    private final List<Recorder.State> recorders;
    private final List<List<Path>> spills;

    /** Takes the spill files of each recorder, {@code [recorder][part]}. */
    StateMerge(Experiment experiment, List<Recorder.State> recorders, List<List<Path>> spills) {
        this.experiment = experiment;
        this.recorders = recorders;
        this.spills = spills;
    }

    void write(Path path, long endStep, StateSink watcher) throws IOException {
        List<SampleMerge> merges = new ArrayList<>();
        try {
            List<ReportFile.Source> sources = new ArrayList<>();
            List<List<String>> names = reportNames(recorders);
            for (int r = 0; r < recorders.size(); r++) {
                Recorder.State recorder = recorders.get(r);
                int[] neurons = neurons(recorder);
                int variables = recorder.variables().size();
                SampleMerge merge = new SampleMerge(r, neurons, variables, spills.get(r), endStep);
                merges.add(merge);
                sources.add(source(recorder, names.get(r), neurons, merge));
            }
            try (ReportFile file = new ReportFile(path, sources)) {
                for (SampleMerge merge : merges) {
                    merge.run((recorder, step, values) -> {
                        file.sample(recorder, values);
                        watcher.sample(recorder, step, values);
                    });
                }
                file.commit();
            }
        } finally {
            for (SampleMerge merge : merges) {
                merge.close();
            }
        }
    }

    private int[] neurons(Recorder.State recorder) {
        Population population = experiment.network().population(recorder.population());
        return recorder.neurons().indices(population.size());
    }

    private ReportFile.Source source(Recorder.State recorder, List<String> reports, int[] neurons, SampleMerge merge)
            throws IOException {
        RunSettings settings = experiment.settings();
        double firstMs = merge.rows() > 0
                ? StepTime.endMs(merge.stepOf(0), settings.dtMs())
                : StepTime.startMs(settings.warmUpSteps(), settings.dtMs()) + recorder.intervalMs();
        List<String> units = new ArrayList<>();
        for (String variable : recorder.variables()) {
            units.add(unit(recorder.population(), variable));
        }
        return new ReportFile.Source(
                recorder.name(),
                recorder.population(),
                reports,
                recorder.variables(),
                units,
                neurons,
                merge.rows(),
                firstMs,
                recorder.intervalMs());
    }

    private String unit(String population, String variable) {
        return experiment
                .network()
                .population(population)
                .model()
                .description()
                .variable(variable)
                .map(VariableSpec::unit)
                .orElse(Unit.NONE)
                .symbol();
    }

    /**
     * What the report of each variable is called, {@code [recorder][variable]}: the first of a population like the
     * population, as SONATA has it, every further one {@code population.recorder.variable}.
     */
    static List<List<String>> reportNames(List<Recorder.State> recorders) {
        Set<String> taken = new HashSet<>();
        recorders.forEach(recorder -> taken.add(recorder.population()));
        Set<String> begun = new HashSet<>();
        List<List<String>> names = new ArrayList<>();
        for (Recorder.State recorder : recorders) {
            List<String> ofRecorder = new ArrayList<>();
            for (String variable : recorder.variables()) {
                String name = recorder.population();
                if (!begun.add(name)) {
                    name = (name + "." + recorder.name() + "." + variable).replace('/', '_');
                    while (!taken.add(name)) {
                        name += "_";
                    }
                }
                ofRecorder.add(name);
            }
            names.add(ofRecorder);
        }
        return names;
    }
}
