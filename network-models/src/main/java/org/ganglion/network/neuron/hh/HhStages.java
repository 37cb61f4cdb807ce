package org.ganglion.network.neuron.hh;

import org.ganglion.network.neuron.part.Column;

/**
 * Room for a block of neurons of {@link HhPscAlpha} at a stage of its method; all {@code [neuron - first of the block]}.
 *
 * @param state the variables at this stage
 * @param slope how fast they change there, per ms
 * @param sum weighted sum of the slopes so far
 * @param slowest {@code exp(-(V - rest)/80)}
 * @param ofM {@code exp(-(V - rest)/18)}
 * @param current what flows into the neuron that is not through channels, in pA
 * @param before potential when the step began
 */
record HhStages(
        Values state, Values slope, Values sum, double[] slowest, double[] ofM, double[] current, double[] before) {

    /** Neurons of a block: few enough that all of this stays in the innermost cache. */
    static final int BLOCK = 2 * Column.WORD;

    /** One value for each variable. */
    record Values(double[] v, double[] m, double[] h, double[] n) {
        Values() {
            this(block(), block(), block(), block());
        }
    }

    HhStages() {
        this(new Values(), new Values(), new Values(), block(), block(), block(), block());
    }

    private static double[] block() {
        return new double[BLOCK];
    }
}
