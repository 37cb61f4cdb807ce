package org.ganglion.network.wiring;

import org.ganglion.network.space.Points;

/**
 * The two populations that a projection connects, as far as a rule needs to know them.
 *
 * @param sourcePoints where the sources are, if they are anywhere
 * @param targetPoints where the targets are; in a space with the same boundaries
 * @param mirror number of the projection the other way round that is drawn together with this one; -1 if there is none
 */
public record Pair(
        int sources, int targets, boolean samePopulation, Points sourcePoints, Points targetPoints, int mirror) {

    /** Populations that are nowhere in particular. */
    public Pair(int sources, int targets, boolean samePopulation) {
        this(sources, targets, samePopulation, Points.NONE, Points.NONE, -1);
    }

    /** Populations with places. */
    public Pair(Points sourcePoints, Points targetPoints, boolean samePopulation) {
        this(sourcePoints.size(), targetPoints.size(), samePopulation, sourcePoints, targetPoints, -1);
    }

    /** Whether both have places. */
    public boolean placed() {
        return sourcePoints.exist() && targetPoints.exist();
    }

    /** Distance between a source and a target that have places. */
    public double distance(int source, int target) {
        return targetPoints.distance(target, sourcePoints, source);
    }

    /** Whether a neuron would find itself among its partners and must not. */
    public boolean excludesSelf(boolean autapses) {
        return samePopulation && !autapses;
    }

    /** Number of sources that one target may receive from. */
    public int sourcesPerTarget(boolean autapses) {
        return excludesSelf(autapses) ? sources - 1 : sources;
    }

    /** Number of targets that one source may send to. */
    public int targetsPerSource(boolean autapses) {
        return excludesSelf(autapses) ? targets - 1 : targets;
    }

    /** Number of pairs of a source and a target that may be connected. */
    public long pairs(boolean autapses) {
        return (long) targets * sourcesPerTarget(autapses);
    }
}
