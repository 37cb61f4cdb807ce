package org.ganglion.io.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.ganglion.network.Network;
import org.ganglion.network.Recorder;

/**
 * Neurons of a population whose spikes were recorded, and when.
 *
 * @param population its position in the network
 * @param neurons their indices, ascending
 * @param window from the first to the last time at which some recorder recorded
 */
record RecordedNeurons(int population, int[] neurons, StepWindow window) {

    /**
     * Those of all populations of which some were recorded.
     *
     * @param run the part of the run in which recorders record
     */
    static List<RecordedNeurons> of(Network network, StepWindow run) {
        List<RecordedNeurons> found = new ArrayList<>();
        for (int p = 0; p < network.populations().size(); p++) {
            String name = network.populations().get(p).name();
            List<Recorder.Spikes> recorders = network.recorders().stream()
                    .filter(Recorder.Spikes.class::isInstance)
                    .map(Recorder.Spikes.class::cast)
                    .filter(recorder -> recorder.population().equals(name))
                    .toList();
            BitSet neurons = new BitSet();
            for (Recorder.Spikes recorder : recorders) {
                for (int neuron :
                        recorder.neurons().indices(network.populations().get(p).size())) {
                    neurons.set(neuron);
                }
            }
            if (!neurons.isEmpty()) {
                found.add(new RecordedNeurons(p, neurons.stream().toArray(), window(recorders, run)));
            }
        }
        return found;
    }

    private static StepWindow window(List<Recorder.Spikes> recorders, StepWindow run) {
        double startMs = recorders.stream().mapToDouble(Recorder::startMs).min().orElse(0);
        double stopMs = recorders.stream().mapToDouble(Recorder::stopMs).max().orElse(Double.POSITIVE_INFINITY);
        long first = Math.round(startMs / run.dtMs());
        long end = Double.isFinite(stopMs) ? Math.round(stopMs / run.dtMs()) : Long.MAX_VALUE;
        return new StepWindow(first, Math.max(first, end), run.dtMs()).within(run);
    }
}
