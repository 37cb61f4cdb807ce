package org.ganglion.network.wiring;

import org.ganglion.network.spec.Formula;

/** Weights or delays that follow from the distance between the two neurons of a synapse. */
public record DistanceNumbers(Pair pair, Formula formula) implements SynapseNumbers {
    @Override
    public void fill(int target, int[] sources, int count, double[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = formula.at(pair.distance(sources[i], target));
        }
    }
}
