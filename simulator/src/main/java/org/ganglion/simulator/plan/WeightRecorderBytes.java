package org.ganglion.simulator.plan;

import org.ganglion.network.Network;
import org.ganglion.network.Pairs;
import org.ganglion.network.Projection;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;

/**
 * Memory that recorders of weights need.
 *
 * @param sampledBytes throughout, for those that sample during the run: a value for each chosen synapse, and its place
 * @param endBytes at the end of the run, for the largest of them: chosen synapses as a matrix
 */
record WeightRecorderBytes(double sampledBytes, double endBytes) {
    private static final double VALUE_BYTES = 4;
    private static final double PLACE_BYTES = 4;

    /** Of a target: what finds its synapses, and the array of their places. */
    private static final double TARGET_BYTES = 24 + 16;

    /** Of a synapse in a matrix: source, target, delay, weight and place. */
    private static final double MATRIX_BYTES = 4 + 4 + 8 + 8 + 4;

    static WeightRecorderBytes of(Network network, Pairs pairs) {
        double sampled = 0;
        double end = 0;
        for (Recorder recorder : network.recorders()) {
            if (recorder instanceof Recorder.Weights weights) {
                int number = network.projectionIndex(weights.projection());
                Projection projection = network.projections().get(number);
                double onto = pairs.expectedSynapses(number)
                        * share(
                                weights.targets(),
                                network.population(projection.target()).size());
                double chosen = onto
                        * share(
                                weights.sources(),
                                network.population(projection.source()).size());
                double targets = share(
                                weights.targets(),
                                network.population(projection.target()).size())
                        * network.population(projection.target()).size();
                if (weights.samples()) {
                    sampled += chosen * VALUE_BYTES + onto * PLACE_BYTES + targets * TARGET_BYTES;
                }
                end = Math.max(end, chosen * MATRIX_BYTES);
            }
        }
        return new WeightRecorderBytes(sampled, end);
    }

    private static double share(Selection selection, int size) {
        return selection instanceof Selection.All ? 1 : selection.indices(size).length / (double) Math.max(1, size);
    }
}
