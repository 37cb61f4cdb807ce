package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.List;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.SampleTimes;
import org.ganglion.simulator.plastic.PlasticSynapses;

/**
 * What one recorder of weights takes of one group.
 *
 * @param recorder position among the recorders of weights
 * @param targets chosen targets in the group onto which there are chosen synapses, as indices in their population, rising
 * @param values weights of these synapses, by target and number; those that never change stay as they are
 */
record WeightProbe(int recorder, SampleTimes when, int[] targets, float[] values, List<Changing> changing) {

    /**
     * Synapses that follow a rule.
     *
     * @param neuron target, by its number among those of the synapses
     * @param places position in the values of each synapse onto it, by number; -1 where it is not chosen
     */
    record Changing(PlasticSynapses synapses, int neuron, int[] places) {}

    WeightProbe {
        changing = List.copyOf(changing);
    }

    /** Samples, if it is time. */
    void endStep(long step, Recording.Part part) throws IOException {
        if (!when.sampled(step)) {
            return;
        }
        for (int c = 0; c < changing.size(); c++) {
            int[] places = changing.get(c).places();
            double[] weights =
                    changing.get(c).synapses().weights(changing.get(c).neuron());
            for (int k = 0; k < places.length; k++) {
                if (places[k] >= 0) {
                    values[places[k]] = (float) weights[k];
                }
            }
        }
        part.weights(recorder, step, targets, values);
    }
}
