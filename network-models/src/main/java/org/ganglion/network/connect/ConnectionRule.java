package org.ganglion.network.connect;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;

/** A rule that says which neurons of a source population connect to which of a target population, and how often. */
public interface ConnectionRule {

    Description description();

    /** Its parameters as a file would give them, as far as they are numbers; switches are 0 or 1. */
    Map<String, Double> values();

    /** Whether a source and a target can ever be connected, space left aside. */
    default boolean mayConnect(Pair pair, int source, int target) {
        return true;
    }

    /**
     * Reports what cannot be done between these populations.
     *
     * @param report takes the name of the parameter at fault and a message with value, what is allowed, and a remedy
     */
    void check(Pair pair, BiConsumer<String, String> report);

    /** Number of synapses, exact where the rule fixes it and expected otherwise. */
    double expectedSynapses(Pair pair);

    /**
     * The synapses drawn for this seed.
     *
     * @param projection number of the projection in its network; draws of different projections are independent
     */
    Wiring wire(Pair pair, long seed, long projection);

    default String name() {
        return description().name();
    }
}
