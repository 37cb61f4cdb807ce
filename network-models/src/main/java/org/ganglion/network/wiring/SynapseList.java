package org.ganglion.network.wiring;

import java.util.Arrays;
import java.util.Objects;
import org.ganglion.network.spec.Origin;

/**
 * Synapses that are given one by one, kept in the order of their targets; those of one target in the order in which they
 * were given. Sources take two bytes where they are below 65,536, else four; weights and delays as few as hold them exactly.
 * All of that is in memory, or in a {@link Spool}. Immutable; equal where the synapses and where they stand are.
 */
public final class SynapseList implements Wiring {
    private final int[] first; // [target]: number of synapses onto targets before it; one more than there are targets
    private final SourceColumn sources;
    private final NumberColumn weights; // empty where the list gives none
    private final NumberColumn delaysMs; // likewise
    private final Origin origin;
    private final int largestSource;
    private final int largestDegree;

    private SynapseList(Filler from) {
        this.first = from.first;
        this.sources = from.sources;
        this.weights = from.weights;
        this.delaysMs = from.delaysMs;
        this.origin = from.origin;
        this.largestSource = from.largestSource;
        int degree = 0;
        for (int target = 0; target + 1 < first.length; target++) {
            degree = Math.max(degree, first[target + 1] - first[target]);
        }
        this.largestDegree = degree;
    }

    private SynapseList(SynapseList from, Spool spool) {
        this.first = from.first;
        this.sources = from.sources.in(spool);
        this.weights = from.weights.in(spool);
        this.delaysMs = from.delaysMs.in(spool);
        this.origin = from.origin;
        this.largestSource = from.largestSource;
        this.largestDegree = from.largestDegree;
    }

    /** The same list, of which only the numbers of synapses onto each target stay in memory. */
    public SynapseList in(Spool spool) {
        return new SynapseList(this, spool);
    }

    /** Makes a list of synapses that are gone through twice in the same order, so that they need not be kept meanwhile. */
    public static final class Filler {
        private final boolean hasWeights;
        private final boolean hasDelays;
        private final Origin origin;
        private final NumberColumn.Survey weightSurvey = new NumberColumn.Survey();
        private final NumberColumn.Survey delaySurvey = new NumberColumn.Survey();
        private int[] first = new int[16]; // while they are counted: number of synapses onto target - 1
        private int[] next = {}; // [target]: where its next synapse belongs
        private SourceColumn sources = new SourceColumn(0, 0);
        private NumberColumn weights = NumberColumn.NONE;
        private NumberColumn delaysMs = NumberColumn.NONE;
        private int largestSource = -1;
        private int largestTarget = -1;

        /** Of a list that gives weights, delays, both or none. */
        public Filler(boolean hasWeights, boolean hasDelays, Origin origin) {
            this.hasWeights = hasWeights;
            this.hasDelays = hasDelays;
            this.origin = origin;
        }

        /** First time: counts a synapse. Neurons are not negative; a number that the list does not give is passed over. */
        public void count(int source, int target, double weight, double delayMs) {
            if (target + 1 >= first.length) {
                int larger = (int) Math.clamp(2L * first.length, target + 2L, Integer.MAX_VALUE - 16);
                first = Arrays.copyOf(first, Math.max(larger, Math.addExact(target, 2)));
            }
            first[target + 1]++;
            largestSource = Math.max(largestSource, source);
            largestTarget = Math.max(largestTarget, target);
            if (hasWeights) {
                weightSurvey.see(weight);
            }
            if (hasDelays) {
                delaySurvey.see(delayMs);
            }
        }

        /**
         * Ends the first time.
         *
         * @throws ArithmeticException if there are more than 2^31 synapses
         */
        public void place() {
            first = Arrays.copyOf(first, largestTarget + 2);
            for (int target = 0; target <= largestTarget; target++) {
                first[target + 1] = Math.addExact(first[target + 1], first[target]);
            }
            int size = first[largestTarget + 1];
            next = Arrays.copyOf(first, largestTarget + 1);
            sources = new SourceColumn(size, largestSource);
            weights = weightSurvey.column(hasWeights ? size : 0);
            delaysMs = delaySurvey.column(hasDelays ? size : 0);
        }

        /** Second time: puts a synapse. */
        public void put(int source, int target, double weight, double delayMs) {
            int at = next[target]++;
            sources.put(at, source);
            if (hasWeights) {
                weightSurvey.put(weights, at, weight);
            }
            if (hasDelays) {
                delaySurvey.put(delaysMs, at, delayMs);
            }
        }

        /** Ends the second time. */
        public SynapseList list() {
            next = new int[0];
            return new SynapseList(this);
        }
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
        Filler filler = new Filler(weights.length > 0, delaysMs.length > 0, origin);
        for (int i = 0; i < sources.length; i++) {
            filler.count(sources[i], targets[i], at(weights, i), at(delaysMs, i));
        }
        filler.place();
        for (int i = 0; i < sources.length; i++) {
            filler.put(sources[i], targets[i], at(weights, i), at(delaysMs, i));
        }
        return filler.list();
    }

    private static double at(double[] values, int i) {
        return values.length > 0 ? values[i] : 0;
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
        return weights.size() > 0;
    }

    public boolean hasDelays() {
        return delaysMs.size() > 0;
    }

    /** Weights of the synapses. */
    public SynapseNumbers weights() {
        return numbers(weights);
    }

    /** Delays of the synapses, in ms. */
    public SynapseNumbers delaysMs() {
        return numbers(delaysMs);
    }

    private SynapseNumbers numbers(NumberColumn all) {
        return (target, ofSources, count, out) -> {
            if (count > 0) {
                all.fill(first[target], count, out);
            }
        };
    }

    /** Sources of all synapses in the order of the list; a copy. */
    public int[] allSources() {
        return sources.all();
    }

    private int size() {
        return first[first.length - 1];
    }

    /** Bytes that a synapse takes. */
    public int synapseBytes() {
        return sources.width() + weights.width() + delaysMs.width();
    }

    /** Targets of all synapses, likewise. */
    public int[] allTargets() {
        int[] targets = new int[size()];
        for (int target = 0; target + 1 < first.length; target++) {
            Arrays.fill(targets, first[target], first[target + 1], target);
        }
        return targets;
    }

    /** Weights of all synapses, likewise. */
    public double[] allWeights() {
        return weights.all();
    }

    /** Delays of all synapses, likewise. */
    public double[] allDelaysMs() {
        return delaysMs.all();
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
        return size();
    }

    @Override
    public void sources(int target, int[] out) {
        int count = inDegree(target);
        if (count > 0) {
            sources.fill(first[target], count, out);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SynapseList that
                && origin.equals(that.origin)
                && Arrays.equals(first, that.first)
                && sources.same(that.sources)
                && weights.same(that.weights)
                && delaysMs.same(that.delaysMs);
    }

    @Override
    public int hashCode() {
        return Objects.hash(origin, Arrays.hashCode(first));
    }

    @Override
    public String toString() {
        return "SynapseList[" + size() + " synapses, " + origin + "]";
    }
}
