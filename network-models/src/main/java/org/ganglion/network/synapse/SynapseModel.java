package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Unit;

/**
 * A kind of synapse: what can be set, and how what it does changes.
 *
 * <p>Implementations have no state; a new one needs no change to the simulator. Parameters in the unit
 * {@link Unit#DRAWN} are in the unit of the weights.
 */
public interface SynapseModel {

    Description description();

    /** Names of the parameters that may differ from synapse to synapse, drawn from a distribution. */
    default List<String> drawn() {
        return List.of();
    }

    /** The parameters that name a population; each must be given. */
    default List<PopulationSpec> populations() {
        return List.of();
    }

    /**
     * Reports what is wrong with parameters taken together and with the weights that synapses begin with; single ranges
     * are checked from the description.
     *
     * @param weight weights at the start
     * @param unit their unit, for messages
     * @param report takes the name of the parameter at fault and a message with value, what is allowed, and a remedy
     */
    default void check(SynapseValues values, Distribution weight, Unit unit, BiConsumer<String, String> report) {}

    /** The rule by which it changes, in steps of {@code dtMs}; none where spikes always carry the same weight. */
    Optional<Plasticity> plasticity(SynapseValues values, double dtMs);

    /** Whether there is a rule. */
    boolean plastic();

    /** Whether the rule means something onto neurons that count spikes whatever their weight. */
    default boolean ontoCounting() {
        return false;
    }

    default String name() {
        return description().name();
    }
}
