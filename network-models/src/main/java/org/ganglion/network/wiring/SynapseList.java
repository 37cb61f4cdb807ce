package org.ganglion.network.wiring;

import java.util.Arrays;
import java.util.Objects;
import org.ganglion.network.spec.Origin;

/**
 * Synapses that are given one by one, kept in plain arrays in the order of their targets; those of one target in the
 * order in which they were given. Immutable; equal where the synapses and where they stand are.
 */
public final class SynapseList implements Wiring {
    private final int[] first; // [target]: number of synapses onto targets before it; one more than there are targets
    private final int[] sources;
    private final double[] weights; // empty where the list gives none
    private final double[] delaysMs; // likewise
    private final Origin origin;
    private final int largestSource;
    private final int largestDegree;

    private SynapseList(int[] first, int[] sources, double[] weights, double[] delaysMs, Origin origin) {
        this.first = first;
        this.sources = sources;
        this.weights = weights;
        this.delaysMs = delaysMs;
        this.origin = origin;
        this.largestSource = Arrays.stream(sources).max().orElse(-1);
        int degree = 0;
        for (int target = 0; target + 1 < first.length; target++) {
            degree = Math.max(degree, first[target + 1] - first[target]);
        }
        this.largestDegree = degree;
    }

    /** Synapses without weights and delays of their own. */
    public static SynapseList of(int[] sources, int[] targets) {
        return of(sources, targets, new double[0], new double[0], Origin.INLINE);
    }

    /** Synapses with weights and delays in ms; either array may be empty. */
    public static SynapseList of(int[] sources, int[] targets, double[] weights, double[] delaysMs) {
        return of(sources, targets, weights, delaysMs, Origin.INLINE);
    }

    /**
     * Synapses in any order.
     *
     * @throws IllegalArgumentException if arrays differ in length or a number of a neuron is negative
     */
    public static SynapseList of(int[] sources, int[] targets, double[] weights, double[] delaysMs, Origin origin) {
        requireLength("targets", targets.length, sources.length, false);
        requireLength("weights", weights.length, sources.length, true);
        requireLength("delays", delaysMs.length, sources.length, true);
        requireNumbers("source", sources);
        requireNumbers("target", targets);
        int largest = Arrays.stream(targets).max().orElse(-1);
        int[] first = new int[Math.addExact(largest, 2)];
        for (int target : targets) {
            first[target + 1]++;
        }
        for (int target = 0; target <= largest; target++) {
            first[target + 1] += first[target];
        }
        int[] next = first.clone();
        int[] sortedSources = new int[sources.length];
        double[] sortedWeights = new double[weights.length];
        double[] sortedDelays = new double[delaysMs.length];
        for (int i = 0; i < sources.length; i++) {
            int position = next[targets[i]]++;
            sortedSources[position] = sources[i];
            if (weights.length > 0) {
                sortedWeights[position] = weights[i];
            }
            if (delaysMs.length > 0) {
                sortedDelays[position] = delaysMs[i];
            }
        }
        return new SynapseList(first, sortedSources, sortedWeights, sortedDelays, origin);
    }

    private static void requireLength(String what, int length, int synapses, boolean mayBeEmpty) {
        if (length != synapses && !(mayBeEmpty && length == 0)) {
            throw new IllegalArgumentException(
                    length + " " + what + " for " + synapses + " synapses; give one for each");
        }
    }

    private static void requireNumbers(String what, int[] neurons) {
        for (int i = 0; i < neurons.length; i++) {
            if (neurons[i] < 0) {
                throw new IllegalArgumentException(
                        "synapse " + i + ": " + what + " " + neurons[i] + " is negative; the first neuron is 0");
            }
        }
    }

    public Origin origin() {
        return origin;
    }

    /** Number of the last source and of the last target that have a synapse; -1 where there is none. */
    public int largestSource() {
        return largestSource;
    }

    public int largestTarget() {
        return first.length - 2;
    }

    public boolean hasWeights() {
        return weights.length > 0;
    }

    public boolean hasDelays() {
        return delaysMs.length > 0;
    }

    /** Weights of the synapses. */
    public SynapseNumbers weights() {
        return numbers(weights);
    }

    /** Delays of the synapses, in ms. */
    public SynapseNumbers delaysMs() {
        return numbers(delaysMs);
    }

    private SynapseNumbers numbers(double[] all) {
        return (target, ofSources, count, out) -> {
            if (count > 0) {
                System.arraycopy(all, first[target], out, 0, count);
            }
        };
    }

    /** Sources of all synapses in the order of the list; a copy. */
    public int[] allSources() {
        return sources.clone();
    }

    /** Targets of all synapses, likewise. */
    public int[] allTargets() {
        int[] targets = new int[sources.length];
        for (int target = 0; target + 1 < first.length; target++) {
            Arrays.fill(targets, first[target], first[target + 1], target);
        }
        return targets;
    }

    /** Weights of all synapses, likewise. */
    public double[] allWeights() {
        return weights.clone();
    }

    /** Delays of all synapses, likewise. */
    public double[] allDelaysMs() {
        return delaysMs.clone();
    }

    @Override
    public int inDegree(int target) {
        return target + 1 < first.length ? first[target + 1] - first[target] : 0;
    }

    @Override
    public int maxInDegree() {
        return largestDegree;
    }

    @Override
    public long synapses() {
        return sources.length;
    }

    @Override
    public void sources(int target, int[] out) {
        int count = inDegree(target);
        if (count > 0) {
            System.arraycopy(sources, first[target], out, 0, count);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SynapseList that
                && origin.equals(that.origin)
                && Arrays.equals(first, that.first)
                && Arrays.equals(sources, that.sources)
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(delaysMs, that.delaysMs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, Arrays.hashCode(first), Arrays.hashCode(sources));
    }

    @Override
    public String toString() {
        return "SynapseList[" + sources.length + " synapses, " + origin + "]";
    }
}
