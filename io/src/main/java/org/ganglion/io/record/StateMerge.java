package org.ganglion.io.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.hdf5.NodeNames;
import org.ganglion.io.hdf5.ReportFile;
import org.ganglion.io.hdf5.StepTime;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/** Merges the samples of all state recorders into one file of reports. */
final class StateMerge {
    private final Experiment experiment;
    private final List<Recorder.State> recorders;
    private final List<SpillLeg> legs;

    StateMerge(Experiment experiment, List<Recorder.State> recorders, List<SpillLeg> legs) {
        this.experiment = experiment;
        this.recorders = recorders;
        this.legs = legs;
    }

    void write(Path path, Compression compression, StateSink watcher) throws IOException {
        List<ReportFile.Source> sources = new ArrayList<>();
        List<List<String>> names = reportNames(recorders);
        for (int r = 0; r < recorders.size(); r++) {
            sources.add(source(r, names.get(r)));
        }
        try (ReportFile file = new ReportFile(path, sources, compression)) {
            for (int r = 0; r < recorders.size(); r++) {
                for (SpillLeg leg : legs) {
                    try (SampleMerge merge = new SampleMerge(wanted(r), leg)) {
                        merge.run((recorder, step, values) -> {
                            file.sample(recorder, values);
                            watcher.sample(recorder, step, values);
                        });
                    }
                }
            }
            file.commit();
        }
    }

    private SampledNeurons wanted(int recorder) {
        return SampledNeurons.of(recorder, recorders.get(recorder), experiment);
    }

    private ReportFile.Source source(int index, List<String> reports) throws IOException {
        Recorder.State recorder = recorders.get(index);
        RunSettings settings = experiment.settings();
        double firstMs = StepTime.startMs(settings.warmUpSteps(), settings.dtMs()) + recorder.intervalMs();
        long rows = 0;
        for (SpillLeg leg : legs) {
            try (SampleMerge merge = new SampleMerge(wanted(index), leg)) {
                if (rows == 0 && merge.rows() > 0) {
                    firstMs = StepTime.endMs(merge.firstStep(), settings.dtMs());
                }
                rows += merge.rows();
            }
        }
        List<String> units = new ArrayList<>();
        for (String variable : recorder.variables()) {
            units.add(unit(recorder.population(), variable));
        }
        int population = experiment.network().populationIndex(recorder.population());
        NodeNames nodes = new NodeNames(experiment.network());
        return new ReportFile.Source(
                recorder.name(),
                nodes.population(population),
                reports,
                recorder.variables(),
                units,
                IntStream.of(wanted(index).neurons())
                        .mapToLong(neuron -> nodes.node(population, neuron))
                        .toArray(),
                rows,
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
