package org.ganglion.io.record;

import java.io.IOException;
import java.util.Arrays;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.SampleTimes;

/**
 * What one state recorder asks for, and when.
 *
 * @param recorder position among the state recorders
 * @param neurons indices of all sampled neurons in their population, ascending
 * @param firstRecordedStep no sample is taken before it
 */
record SampledNeurons(
        int recorder, String name, int[] neurons, int variables, SampleTimes clock, long firstRecordedStep) {

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

    /** Values in a row of all neurons. */
    int rowSize() {
        return Math.multiplyExact(neurons.length, variables);
    }

    /** Where the values in a file's row stand in a row of all neurons. */
    int[] columns(SpillFile file) throws IOException {
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
