package org.ganglion.simulator;

import java.util.Arrays;
import java.util.BitSet;
import org.ganglion.network.Network;
import org.ganglion.network.Projection;
import org.ganglion.network.Selection;

/**
 * Weights of chosen synapses of one projection as a sparse matrix, in the order of source, target and number.
 *
 * @param sources {@code [synapse]}: index in the source population
 * @param targets {@code [synapse]}: index in the target population
 * @param delaysMs {@code [synapse]}
 * @param weights {@code [synapse]}: in the unit of the target's receptor; NaN where not known
 * @param chosen indices of the chosen targets, rising
 * @param begins {@code [chosen target]}: where its synapses begin in {@code places}; one entry more, behind the last
 * @param places position in the matrix of each synapse in the order of target and number
 */
public record WeightMatrix(
        int[] sources, int[] targets, double[] delaysMs, double[] weights, int[] chosen, int[] begins, int[] places) {

    /** Number of synapses. */
    public int size() {
        return sources.length;
    }

    /** All synapses of a projection, given by its number. */
    public static WeightMatrix of(SynapseWeights synapses, Network network, int projection) {
        return of(synapses, network, projection, Selection.ALL, Selection.ALL);
    }

    /**
     * The synapses of a projection between chosen sources and chosen targets.
     *
     * @throws ArithmeticException if they are more than an array can hold
     */
    public static WeightMatrix of(
            SynapseWeights synapses, Network network, int projection, Selection sources, Selection targets) {
        Projection of = network.projections().get(projection);
        int sourceSize = network.population(of.source()).size();
        int[] chosen = targets.indices(network.population(of.target()).size());
        BitSet wanted = new BitSet(sourceSize);
        for (int source : sources.indices(sourceSize)) {
            wanted.set(source);
        }
        int[] begins = new int[chosen.length + 1];
        int[] next = new int[sourceSize]; // first how many, then where the next one goes
        for (int i = 0; i < chosen.length; i++) {
            SynapseWeights.Row row = synapses.onto(projection, chosen[i]);
            int count = 0;
            for (int k = 0; k < row.count(); k++) {
                if (wanted.get(row.sources()[k])) {
                    next[row.sources()[k]]++;
                    count++;
                }
            }
            begins[i + 1] = Math.addExact(begins[i], count);
        }
        int place = 0;
        for (int s = 0; s < sourceSize; s++) {
            int count = next[s];
            next[s] = place;
            place += count;
        }
        WeightMatrix matrix = empty(begins[chosen.length], chosen, begins);
        for (int i = 0; i < chosen.length; i++) {
            matrix.fill(synapses.onto(projection, chosen[i]), i, wanted, next);
        }
        return matrix;
    }

    private static WeightMatrix empty(int size, int[] chosen, int[] begins) {
        return new WeightMatrix(
                new int[size], new int[size], new double[size], new double[size], chosen, begins, new int[size]);
    }

    private void fill(SynapseWeights.Row row, int target, BitSet wanted, int[] next) {
        int at = begins[target];
        for (int k = 0; k < row.count(); k++) {
            int source = row.sources()[k];
            if (wanted.get(source)) {
                int place = next[source]++;
                sources[place] = source;
                targets[place] = chosen[target];
                delaysMs[place] = row.delaysMs()[k];
                weights[place] = row.weights()[k];
                places[at++] = place;
            }
        }
    }

    /** Positions of the synapses onto a chosen target, by number; none onto any other. */
    public int[] placesOf(int target) {
        int i = Arrays.binarySearch(chosen, target);
        return i < 0 ? new int[0] : Arrays.copyOfRange(places, begins[i], begins[i + 1]);
    }
}
