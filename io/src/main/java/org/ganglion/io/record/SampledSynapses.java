package org.ganglion.io.record;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.SampleTimes;
import org.ganglion.simulator.WeightMatrix;

/**
 * What one recorder of weights asks for, and when.
 *
 * @param recorder position among the recorders of weights
 * @param synapses the chosen ones
 */
record SampledSynapses(int recorder, String name, WeightMatrix synapses, SampleTimes clock, long firstRecordedStep)
        implements Sampled {

    static SampledSynapses of(int recorder, Recorder.Weights weights, WeightMatrix synapses, Experiment experiment) {
        SampleTimes when = SampleTimes.of(weights, experiment.settings().dtMs());
        return new SampledSynapses(
                recorder,
                weights.name(),
                synapses,
                when,
                Math.max(when.startStep(), experiment.settings().warmUpSteps()));
    }

    @Override
    public int rowSize() {
        return synapses.size();
    }

    @Override
    public Collection<List<SpillFile>> files(SpillLeg leg) {
        return leg.weights(recorder);
    }

    @Override
    public int[] columns(SpillFile file) throws IOException {
        int[] result = new int[file.header().rowSize()];
        int count = 0;
        for (int target : file.header().sampled()) {
            int[] places = synapses.placesOf(target);
            if (places.length == 0 || count + places.length > result.length) {
                throw other(file);
            }
            System.arraycopy(places, 0, result, count, places.length);
            count += places.length;
        }
        if (count != result.length) {
            throw other(file);
        }
        return result;
    }

    private static IOException other(SpillFile file) {
        return new IOException(file.path() + ": was written for another recorder; move it to another folder");
    }
}
