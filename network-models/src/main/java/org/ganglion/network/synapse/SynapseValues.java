package org.ganglion.network.synapse;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;

/**
 * What the parameters of a synapse model are, defaults filled in.
 *
 * @param byName values, in the model's order; one that is not constant is drawn for each synapse
 * @param populations names of populations, by parameter
 */
public record SynapseValues(Map<String, Distribution> byName, Map<String, String> populations) {

    /**
     * Fills in defaults.
     *
     * @throws IllegalArgumentException if a required value is missing
     */
    static SynapseValues of(Description description, Map<String, Distribution> given, Map<String, String> populations) {
        Map<String, Distribution> all = new LinkedHashMap<>();
        for (ParameterSpec spec : description.parameters()) {
            Distribution value = given.get(spec.name());
            if (value == null && spec.standard().isEmpty()) {
                throw new IllegalArgumentException(description.name() + ": " + spec.name() + " must be given");
            }
            all.put(
                    spec.name(),
                    value == null ? Distribution.constant(spec.standard().getAsDouble()) : value);
        }
        return new SynapseValues(all, Map.copyOf(populations));
    }

    /** A parameter that may be drawn. */
    public Distribution distribution(String name) {
        Distribution value = byName.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for " + name);
        }
        return value;
    }

    /** A parameter that is the same for all synapses. */
    public double number(String name) {
        Distribution value = distribution(name);
        if (!value.isConstant()) {
            throw new IllegalArgumentException(name + " is drawn for each synapse");
        }
        return value.quantile(0.5);
    }

    /** The population that a parameter names. */
    public String population(String name) {
        String population = populations.get(name);
        if (population == null) {
            throw new IllegalArgumentException("no population for " + name);
        }
        return population;
    }
}
