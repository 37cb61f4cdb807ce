package org.ganglion.io.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.Recorder;

/**
 * Neurons of a population whose spikes were recorded, and when.
 *
 * @param population its position in the network
 * @param neurons their indices, ascending
 * @param times when each of them was recorded
 */
public record RecordedNeurons(int population, int[] neurons, RecordedTimes times) {

    /**
     * Those of all populations of which some were recorded.
     *
     * @param run the part of the run in which recorders record
     */
    public static List<RecordedNeurons> of(Network network, StepWindow run) {
        List<RecordedNeurons> found = new ArrayList<>();
        for (int p = 0; p < network.populations().size(); p++) {
            Population population = network.populations().get(p);
            List<Recorder.Spikes> recorders = network.recorders().stream()
                    .filter(Recorder.Spikes.class::isInstance)
                    .map(Recorder.Spikes.class::cast)
                    .filter(recorder -> recorder.population().equals(population.name()))
                    .sorted(Comparator.comparingDouble(Recorder.Spikes::startMs))
                    .toList();
            BitSet neurons = new BitSet();
            for (Recorder.Spikes recorder : recorders) {
                Arrays.stream(recorder.neurons().indices(population.size())).forEach(neurons::set);
            }
            if (!neurons.isEmpty()) {
                found.add(of(p, population, neurons.stream().toArray(), recorders, run));
            }
        }
        return found;
    }

    private static RecordedNeurons of(
            int at, Population population, int[] neurons, List<Recorder.Spikes> recorders, StepWindow run) {
        int[] places = new int[population.size()];
        for (int i = 0; i < neurons.length; i++) {
            places[neurons[i]] = i;
        }
        RecordedTimes.Builder times = new RecordedTimes.Builder(neurons.length);
        long first = Long.MAX_VALUE;
        long end = 0;
        for (Recorder.Spikes recorder : recorders) {
            StepWindow window = window(recorder, run);
            first = Math.min(first, window.first());
            end = Math.max(end, window.end());
            for (int neuron : recorder.neurons().indices(population.size())) {
                times.add(places[neuron], window);
            }
        }
        return new RecordedNeurons(at, neurons, times.build(new StepWindow(first, end, run.dtMs())));
    }

    private static StepWindow window(Recorder.Spikes recorder, StepWindow run) {
        long first = Math.round(recorder.startMs() / run.dtMs());
        long end = Double.isFinite(recorder.stopMs()) ? Math.round(recorder.stopMs() / run.dtMs()) : Long.MAX_VALUE;
        return new StepWindow(first, Math.max(first, end), run.dtMs()).within(run);
    }
}
