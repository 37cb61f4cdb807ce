package org.ganglion.simulator.synapse;

import org.ganglion.simulator.plan.Packing;
import org.ganglion.simulator.plastic.PlasticSynapses;

/**
 * The synapses of a table, row after row. A row holds the synapses of one source in runs of equal delay: a header, then
 * one entry a synapse. Cursors point at headers.
 */
public sealed interface Store {

    /** Largest gap between two runs of a row that one header can state, in steps. */
    int LARGEST_GAP = 255;

    /** Largest number of synapses in a run. */
    int LARGEST_RUN = (1 << 24) - 1;

    /** Bytes of its array. */
    long bytes();

    /** Steps from a run to the next one of its row; 0 at the last. */
    int gap(int run);

    /** Number of synapses in a run. */
    int size(int run);

    /** Where the next run of a row begins. */
    int next(int run);

    /**
     * One weight for all. Header: number of synapses (lower, upper 16 bits), then steps to the next run, 0 at the last;
     * entries: target.
     *
     * @param tiles that a row spans; if several, a run is a part for each, which begins with its number of synapses
     */
    record OfConstant(short[] words, int weight, int tiles) implements Store {
        @Override
        public long bytes() {
            return 2L * words.length;
        }

        @Override
        public int gap(int run) {
            return words[run + 2];
        }

        @Override
        public int next(int run) {
            return run + 3 + size(run) + (tiles > 1 ? tiles : 0);
        }

        @Override
        public int size(int run) {
            return (words[run] & 0xFFFF) | words[run + 1] << 16;
        }
    }

    /**
     * Header: steps to the next run in the upper 8 bits, 0 at the last, and number of synapses; entries: weight in the
     * upper and target in the lower 16 bits.
     *
     * @param tiles that a row spans; if several, a run is a part for each, which begins with its number of synapses
     */
    record OfPacked(int[] words, int shift, int tiles) implements Store {
        @Override
        public long bytes() {
            return 4L * words.length;
        }

        @Override
        public int gap(int run) {
            return words[run] >>> 24;
        }

        @Override
        public int next(int run) {
            return run + 1 + size(run) + (tiles > 1 ? tiles : 0);
        }

        @Override
        public int size(int run) {
            return words[run] & LARGEST_RUN;
        }
    }

    /** Header as in packed ones; entries of two words: target, weight. */
    record OfWide(int[] words) implements Store {
        @Override
        public long bytes() {
            return 4L * words.length;
        }

        @Override
        public int gap(int run) {
            return words[run] >>> 24;
        }

        @Override
        public int next(int run) {
            return run + 1 + 2 * size(run);
        }

        @Override
        public int size(int run) {
            return words[run] & LARGEST_RUN;
        }
    }

    /**
     * Synapses that follow a rule, of one projection. Headers begin as in packed ones.
     *
     * @param population the one of the targets
     */
    record OfPlastic(PlasticSynapses synapses, Packing.Plastic packing, int population) implements Store {
        @Override
        public long bytes() {
            return synapses.bytes();
        }

        @Override
        public int gap(int run) {
            return synapses.gap(run);
        }

        @Override
        public int next(int run) {
            return synapses.next(run);
        }

        @Override
        public int size(int run) {
            return synapses.size(run);
        }
    }

    /** Header as in packed ones; entries of three words: target, lower and upper half of the weight. */
    record OfLong(int[] words) implements Store {
        @Override
        public long bytes() {
            return 4L * words.length;
        }

        @Override
        public int gap(int run) {
            return words[run] >>> 24;
        }

        @Override
        public int next(int run) {
            return run + 1 + 3 * size(run);
        }

        @Override
        public int size(int run) {
            return words[run] & LARGEST_RUN;
        }
    }
}
