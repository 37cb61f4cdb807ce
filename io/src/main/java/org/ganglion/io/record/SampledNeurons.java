package org.ganglion.io.record;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.SampleTimes;

/**
 * What one state recorder asks for, and when.
 *
 * @param recorder position among the state recorders
 * @param neurons indices of all sampled neurons in their population, ascending
 */
record SampledNeurons(
        int recorder, String name, int[] neurons, int variables, SampleTimes clock, long firstRecordedStep)
        implements Sampled {

    static SampledNeurons of(int recorder, Recorder.State state, Experiment experiment) {
        SampleTimes when = SampleTimes.of(state, experiment.settings().dtMs());
        int size = experiment.network().population(state.population()).size();
        return new SampledNeurons(
                recorder,
                state.name(),
                state.neurons().indices(size),
                state.variables().size(),
                when,
                Math.max(when.startStep(), experiment.settings().warmUpSteps()));
    }

    @Override
    public int rowSize() {
        return Math.multiplyExact(neurons.length, variables);
    }

    @Override
    public Collection<List<SpillFile>> files(SpillLeg leg) {
        return leg.samples(recorder);
    }

    @Override
    public int[] columns(SpillFile file) throws IOException {
        int[] sampled = file.header().sampled();
        int[] result = new int[file.header().rowSize()];
        for (int i = 0; i < sampled.length; i++) {
            int neuron = Arrays.binarySearch(neurons, sampled[i]);
            if (neuron < 0 || result.length != sampled.length * variables) {
                throw new IOException(file.path() + ": was written for another recorder; move it to another folder");
            }
            for (int v = 0; v < variables; v++) {
                result[i * variables + v] = neuron * variables + v;
            }
        }
        return result;
    }
}
