package org.ganglion.simulator.group;

import org.ganglion.network.random.Keys;

/**
 * Hashes that are added up, so that order and grouping do not matter (docs/decisions/0003-spike-hash.md). A sum rather
 * than an exclusive or: two equal terms must not cancel.
 */
final class Hashes {
    private Hashes() {}

    /** The term of one neuron firing once in one step. */
    static long spike(int population, int neuron, long step, int multiplicity) {
        long h = Keys.mix(population + 0x9E3779B97F4A7C15L);
        h = Keys.mix(h ^ (neuron + 0xD1B54A32D192ED03L));
        h = Keys.mix(h ^ (step + 0x8CB92BA72F3D8DD7L));
        return Keys.mix(h ^ (multiplicity + 0xABC98388FB8FAC03L));
    }

    /** The term of the plastic synapses of one neuron, or of what they still have to learn of it or of a signal. */
    static long plastic(int kind, int of, int neuron, int[] words) {
        return state(Integer.MIN_VALUE + 4 * of + kind, neuron, words);
    }

    /** The term of one neuron in some state. */
    static long state(int population, int neuron, int[] words) {
        long h = Keys.mix(population + 0x9E3779B97F4A7C15L);
        h = Keys.mix(h ^ (neuron + 0xD1B54A32D192ED03L));
        for (int word : words) {
            h = Keys.mix(h ^ ((word & 0xFFFFFFFFL) + 0x8CB92BA72F3D8DD7L));
        }
        return h;
    }
}
