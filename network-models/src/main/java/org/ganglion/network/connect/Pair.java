package org.ganglion.network.connect;

/** The two populations that a projection connects, as far as a rule needs to know them. */
public record Pair(int sources, int targets, boolean samePopulation) {

    /** Whether a neuron would find itself among its partners and must not. */
    boolean excludesSelf(boolean autapses) {
        return samePopulation && !autapses;
    }

    /** Number of sources that one target may receive from. */
    int sourcesPerTarget(boolean autapses) {
        return excludesSelf(autapses) ? sources - 1 : sources;
    }

    /** Number of targets that one source may send to. */
    int targetsPerSource(boolean autapses) {
        return excludesSelf(autapses) ? targets - 1 : targets;
    }

    /** Number of pairs of a source and a target that may be connected. */
    long pairs(boolean autapses) {
        return (long) targets * sourcesPerTarget(autapses);
    }
}
