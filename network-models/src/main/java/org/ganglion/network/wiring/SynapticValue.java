package org.ganglion.network.wiring;

import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Formula;

/** A weight or delay of the synapses of a projection, which may differ from synapse to synapse. */
public sealed interface SynapticValue {

    /** Drawn by projection, target and number of the synapse; the same for all where the distribution is constant. */
    record Drawn(Distribution distribution) implements SynapticValue {}

    /** Follows from the distance between the two neurons. */
    record ByDistance(Formula formula) implements SynapticValue {}

    /** Stands in the list of synapses that the connection rule gives. */
    enum Listed implements SynapticValue {
        WEIGHT,
        DELAY
    }

    static SynapticValue constant(double value) {
        return new Drawn(Distribution.constant(value));
    }

    /** Whether all synapses have the same, without looking at them. */
    default boolean isConstant() {
        return this instanceof Drawn(Distribution distribution) && distribution.isConstant();
    }
}
