package org.ganglion.cli.shell;

import java.util.Comparator;
import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.ganglion.network.Recorder;

/** For how long spikes were recorded: rates are of that time. */
final class RecordedTime {
    private RecordedTime() {}

    /** When recorders begin, whatever they say: the warm-up is not recorded. */
    static double beginMs(Experiment experiment) {
        return experiment.settings().warmUpSteps() * experiment.settings().dtMs();
    }

    /** Of the neurons of a population together, in seconds, between two times after the warm-up. */
    static double seconds(Experiment experiment, Population population, double fromMs, double toMs) {
        List<Recorder.Spikes> recorders = experiment.network().recorders().stream()
                .filter(Recorder.Spikes.class::isInstance)
                .map(Recorder.Spikes.class::cast)
                .filter(recorder -> recorder.population().equals(population.name()))
                .sorted(Comparator.comparingDouble(Recorder.Spikes::startMs))
                .toList();
        double[] untilMs = new double[population.size()]; // up to where a neuron's time is counted
        double ms = 0;
        for (Recorder.Spikes recorder : recorders) {
            double beginMs = Math.max(fromMs, recorder.startMs());
            double endMs = Math.min(toMs, recorder.stopMs());
            for (int neuron : recorder.neurons().indices(population.size())) {
                double firstMs = Math.max(beginMs, untilMs[neuron]);
                if (endMs > firstMs) {
                    ms += endMs - firstMs;
                    untilMs[neuron] = endMs;
                }
            }
        }
        return ms / 1000;
    }
}
