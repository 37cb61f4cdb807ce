package org.ganglion.network.neuron;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.VariableSpec;

/**
 * A kind of point neuron: what can be set, and how a slice of neurons is stepped.
 *
 * <p>Implementations have no state; a new one needs no change to the simulator.
 */
public interface NeuronModel {

    Description description();

    /**
     * Where input is summed, for a population with these parameters (defaults filled in). A model may merge receptors
     * whose effect is the same.
     */
    List<Receptor> receptors(Map<String, Distribution> parameters);

    /**
     * Reports what is wrong with parameters taken together, such as a reset above the threshold; single ranges are
     * checked from the description. Called with the parameters of one neuron (for drawn ones, with extreme draws).
     *
     * @param report takes the name of the parameter at fault and a message with value, what is allowed, and a remedy
     */
    default void check(Map<String, Double> parameters, BiConsumer<String, String> report) {}

    /**
     * What should be known of neurons with these parameters (defaults filled in) in steps of this length, though it is no
     * error: a sentence without a full stop.
     */
    default Optional<String> note(Map<String, Distribution> parameters, double dtMs) {
        return Optional.empty();
    }

    /**
     * Names of the state variables that exist, and so can be recorded, with these parameters (defaults filled in). Some
     * vanish when receptors are merged.
     */
    default List<String> recordable(Map<String, Distribution> parameters) {
        return description().variables().stream().map(VariableSpec::name).toList();
    }

    /** State of the neurons of one slice, at time 0. */
    NeuronState create(Columns columns, double dtMs);

    /**
     * How often a neuron with these parameters (defaults filled in) may fire in one step, relays aside. Above 1 only for
     * models whose neurons are reset inside the step; see {@link NeuronState#multiplicity}. The units of all its targets'
     * inputs leave room for so many spikes, so it should be small.
     */
    default int mostSpikesAtOnce(Map<String, Distribution> parameters, double dtMs) {
        return 1;
    }

    /**
     * The step in ms that a network with such neurons is run in, whatever is set; 0 if any will do. Cells whose spikes fall
     * between the steps of others need it.
     */
    default double ownStepMs() {
        return 0;
    }

    default String name() {
        return description().name();
    }
}
