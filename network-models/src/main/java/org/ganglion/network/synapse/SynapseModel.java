package org.ganglion.network.synapse;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.Values;

/**
 * A kind of synapse: what can be set, and how its weight changes.
 *
 * <p>Implementations have no state; a new one needs no change to the simulator. Parameters in the unit
 * {@link Unit#DRAWN} are in the unit of the weights.
 */
public interface SynapseModel {

    Description description();

    /**
     * Reports what is wrong with parameters taken together and with the weights that synapses begin with; single ranges
     * are checked from the description.
     *
     * @param weight weights at the start
     * @param unit their unit, for messages
     * @param report takes the name of the parameter at fault and a message with value, what is allowed, and a remedy
     */
    default void check(Values values, Distribution weight, Unit unit, BiConsumer<String, String> report) {}

    /** The rule by which weights change, in steps of {@code dtMs}; none where they never do. */
    Optional<Plasticity> plasticity(Values values, double dtMs);

    /** Whether weights change. */
    boolean plastic();

    default String name() {
        return description().name();
    }
}
