package org.ganglion.network.synapse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Values;

/**
 * A synapse model with parameters, the same for all synapses of a projection.
 *
 * @param parameters those that differ from the model's defaults
 */
public record Synapse(SynapseModel model, Map<String, Double> parameters) {

    /** Weights that never change. */
    public static final Synapse STATIC = new Synapse(new StaticSynapse(), Map.of());

    /** Leaves out what equals the model's default, so that synapses that mean the same are equal. */
    public Synapse {
        Map<String, Double> differing = new LinkedHashMap<>(parameters);
        for (ParameterSpec spec : model.description().parameters()) {
            spec.standard().ifPresent(value -> differing.remove(spec.name(), value));
        }
        parameters = Collections.unmodifiableMap(differing);
    }

    /**
     * A model by name, with its defaults.
     *
     * @throws IllegalArgumentException if there is no such model
     */
    public static Synapse of(String model) {
        return new Synapse(
                SynapseModels.find(model)
                        .orElseThrow(() -> new IllegalArgumentException(
                                Suggestion.unknown("synapse model", model, SynapseModels.names()))),
                Map.of());
    }

    /** The same with another value for a parameter. */
    public Synapse set(String parameter, double value) {
        Map<String, Double> changed = new LinkedHashMap<>(parameters);
        changed.put(parameter, value);
        return new Synapse(model, changed);
    }

    /** All parameters, with defaults filled in. */
    public Values values() {
        return Values.of(model.description(), parameters);
    }

    /** The rule by which weights change; none where they never do. */
    public Optional<Plasticity> plasticity(double dtMs) {
        return model.plasticity(values(), dtMs);
    }
}
