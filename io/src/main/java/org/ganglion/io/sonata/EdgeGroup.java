package org.ganglion.io.sonata;

import java.util.Optional;
import org.ganglion.io.sonata.source.H5Group;

/** What the edges of one group have for themselves: weights, delays and numbers of synapses. */
record EdgeGroup(Optional<EdgeValues> weight, Optional<EdgeValues> delay, Optional<EdgeValues> synapses) {

    /** @param group where there is one */
    static EdgeGroup of(Optional<H5Group> group) {
        return new EdgeGroup(
                EdgeValues.of(group, "syn_weight"),
                EdgeValues.of(group, "delay", ms -> ms > 0, "a delay above 0 ms"),
                EdgeValues.of(group, EdgeType.SYNAPSES, EdgeType::counts, EdgeType.COUNT));
    }
}
