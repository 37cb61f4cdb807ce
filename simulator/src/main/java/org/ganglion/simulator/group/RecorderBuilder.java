package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.SampleTimes;
import org.ganglion.simulator.plan.PopulationPlan;
import org.ganglion.simulator.stimulus.SliceSelection;
import org.ganglion.simulator.stimulus.StepTimes;

/** Turns the recorders of a network into what they take of one group. */
final class RecorderBuilder {
    private final List<Recorder> recorders;
    private final double dtMs;
    private final StepTimes times;

    RecorderBuilder(Experiment experiment) {
        this.recorders = experiment.network().recorders();
        this.dtMs = experiment.settings().dtMs();
        this.times = new StepTimes(dtMs);
    }

    /** Whose spikes are written down, for each recorder of spikes that watches a slice. */
    List<SpikeFilter> filters(SliceSelection slice) {
        List<SpikeFilter> filters = new ArrayList<>();
        for (Recorder recorder : recorders) {
            if (recorder instanceof Recorder.Spikes spikes && watches(spikes, slice)) {
                filters.add(filter(spikes, slice));
            }
        }
        return filters;
    }

    /** Whose spikes are counted, for each recorder of rates that watches a slice. */
    List<SpikeCounter> counters(SliceSelection slice) {
        List<SpikeCounter> counters = new ArrayList<>();
        int number = 0;
        for (Recorder recorder : recorders) {
            if (recorder instanceof Recorder.Rates rates) {
                if (watches(rates, slice)) {
                    counters.add(new SpikeCounter(number, filter(rates, slice)));
                }
                number++;
            }
        }
        return counters;
    }

    private static boolean watches(Recorder.OfNeurons recorder, SliceSelection slice) {
        return recorder.population().equals(slice.population().population().name());
    }

    private SpikeFilter filter(Recorder.OfNeurons recorder, SliceSelection slice) {
        return new SpikeFilter(
                slice.mask(recorder.neurons()), times.step(recorder.startMs()), times.step(recorder.stopMs()));
    }

    /**
     * What samples the slices of a group and hands all to its part of the recording.
     *
     * @param weights what it takes of synapses
     */
    GroupRecorder build(List<Slice> slices, List<WeightProbe> weights, int group, Recording recording)
            throws IOException {
        List<GroupRecorder.Probe> probes = new ArrayList<>();
        List<int[]> sampled = new ArrayList<>();
        for (Recorder recorder : recorders) {
            if (recorder instanceof Recorder.State state) {
                GroupRecorder.Probe probe = probe(slices, state);
                probes.add(probe);
                Slice slice = probe.slice() < 0 ? null : slices.get(probe.slice());
                int[] neurons = probe.neurons().clone();
                for (int i = 0; slice != null && i < neurons.length; i++) {
                    neurons[i] = slice.neuron(neurons[i]);
                }
                sampled.add(neurons);
            }
        }
        return new GroupRecorder(recording.open(group, sampled), probes, weights);
    }

    private GroupRecorder.Probe probe(List<Slice> slices, Recorder.State recorder) {
        SampleTimes when = SampleTimes.of(recorder, dtMs);
        for (int s = 0; s < slices.size(); s++) {
            Slice slice = slices.get(s);
            PopulationPlan population = slice.plan();
            if (population.population().name().equals(recorder.population())) {
                int[] neurons =
                        new SliceSelection(slice.layout(), population, slice.group()).chosen(recorder.neurons());
                int[] variables = recorder.variables().stream()
                        .mapToInt(population.population().model().description()::variableIndex)
                        .toArray();
                boolean any = neurons.length > 0;
                return new GroupRecorder.Probe(
                        any ? s : -1, neurons, variables, when, new float[neurons.length * variables.length]);
            }
        }
        return new GroupRecorder.Probe(-1, new int[0], new int[0], when, new float[0]);
    }
}
