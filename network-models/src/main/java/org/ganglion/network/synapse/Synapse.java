package org.ganglion.network.synapse;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Suggestion;

/**
 * A synapse model with parameters, for all synapses of a projection.
 *
 * @param parameters those that differ from the model's defaults; a distribution is drawn once per synapse
 * @param populations names of populations, by parameter
 */
public record Synapse(SynapseModel model, Map<String, Distribution> parameters, Map<String, String> populations) {

    /** Weights that never change. */
    public static final Synapse STATIC = new Synapse(new StaticSynapse(), Map.of());

    /** Leaves out what equals the model's default, so that synapses that mean the same are equal. */
    public Synapse {
        Map<String, Distribution> differing = new LinkedHashMap<>(parameters);
        for (ParameterSpec spec : model.description().parameters()) {
            spec.standard().ifPresent(value -> differing.remove(spec.name(), Distribution.constant(value)));
        }
        parameters = Collections.unmodifiableMap(differing);
        populations = Collections.unmodifiableMap(new LinkedHashMap<>(populations));
    }

    /** A model that needs no population. */
    public Synapse(SynapseModel model, Map<String, Distribution> parameters) {
        this(model, parameters, Map.of());
    }

    /**
     * A model by name, with its defaults.
     *
     * @throws IllegalArgumentException if there is no such model
     */
    public static Synapse of(String model) {
        return of(SynapseModels.find(model)
                .orElseThrow(() -> new IllegalArgumentException(
                        Suggestion.unknown("synapse model", model, SynapseModels.names()))));
    }

    /** A model that need not be in {@link SynapseModels}, with its defaults. */
    public static Synapse of(SynapseModel model) {
        return new Synapse(model, Map.of());
    }

    /** The same with another value for a parameter. */
    public Synapse set(String parameter, double value) {
        return set(parameter, Distribution.constant(value));
    }

    /** The same with a parameter that is drawn once for each synapse. */
    public Synapse set(String parameter, Distribution value) {
        Map<String, Distribution> changed = new LinkedHashMap<>(parameters);
        changed.put(parameter, value);
        return new Synapse(model, changed, populations);
    }

    /** The same with another population for a parameter that names one. */
    public Synapse set(String parameter, String population) {
        Map<String, String> changed = new LinkedHashMap<>(populations);
        changed.put(parameter, population);
        return new Synapse(model, parameters, changed);
    }

    /** All parameters, with defaults filled in. */
    public SynapseValues values() {
        return SynapseValues.of(model.description(), parameters, populations);
    }

    /** The rule by which it changes; none where spikes always carry the same weight. */
    public Optional<Plasticity> plasticity(double dtMs) {
        return model.plasticity(values(), dtMs);
    }
}
