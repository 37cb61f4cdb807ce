package org.ganglion.io.sonata;

import java.util.Arrays;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.network.spec.Problem;
import org.ganglion.network.wiring.Wiring;

/** The sources of every target, one after another: two bytes for each synapse where the sources are few, else four. */
final class EdgeWiring implements Wiring {
    /** Stands for a wiring that has been handed over. */
    static final Wiring TAKEN = new EdgeWiring(new int[] {0}, new char[0], new int[0]);

    private static final int FEW = Character.MAX_VALUE + 1;

    private final int[] begins; // [target], and the number of all synapses
    private final char[] few; // sources by synapse, or empty
    private final int[] many; // sources by synapse, or empty
    private final int largest;

    private EdgeWiring(int[] begins, char[] few, int[] many) {
        this.begins = begins;
        this.few = few;
        this.many = many;
        int most = 0;
        for (int target = 0; target + 1 < begins.length; target++) {
            most = Math.max(most, begins[target + 1] - begins[target]);
        }
        this.largest = most;
    }

    @Override
    public int inDegree(int target) {
        return begins[target + 1] - begins[target];
    }

    @Override
    public int maxInDegree() {
        return largest;
    }

    @Override
    public long synapses() {
        return begins[begins.length - 1];
    }

    @Override
    public void sources(int target, int[] out) {
        int begin = begins[target];
        int count = begins[target + 1] - begin;
        if (many.length > 0) {
            System.arraycopy(many, begin, out, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            out[i] = few[begin + i];
        }
    }

    /** Makes a wiring of edges that are gone through twice, in the same order. */
    static final class Filler {
        private final int sources;
        private final int[] begins;
        private int[] next = {};
        private char[] few = {};
        private int[] many = {};

        Filler(int sources, int targets) {
            this.sources = sources;
            this.begins = new int[targets + 1];
        }

        /** First time: counts an edge. */
        void count(int target) {
            begins[target + 1]++;
        }

        /** Ends the first time. */
        void place() {
            long all = 0;
            for (int target = 1; target < begins.length; target++) {
                all += begins[target];
                if (all > Integer.MAX_VALUE - 16) {
                    throw new InvalidNetworkException(
                            java.util.List.of(
                                    new Problem(
                                            "projections",
                                            "more than " + Integer.MAX_VALUE
                                                    + " edges of one population have the same type; split the population in the files")));
                }
                begins[target] = (int) all;
            }
            next = Arrays.copyOf(begins, begins.length - 1);
            if (sources <= FEW) {
                few = new char[(int) all];
            } else {
                many = new int[(int) all];
            }
        }

        /** Second time: puts an edge. */
        void put(int source, int target) {
            int at = next[target]++;
            if (sources <= FEW) {
                few[at] = (char) source;
            } else {
                many[at] = source;
            }
        }

        EdgeWiring wiring() {
            next = new int[0];
            return new EdgeWiring(begins, few, many);
        }
    }
}
