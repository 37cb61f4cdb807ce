package org.ganglion.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.VariableSpec;

/**
 * Neurons of one model.
 *
 * @param parameters those that differ from the model's defaults; a distribution is drawn once per neuron
 * @param initial initial values of settable state variables that differ from the model's
 */
public record Population(
        String name,
        int size,
        NeuronModel model,
        Map<String, Distribution> parameters,
        Map<String, Distribution> initial) {

    public Population {
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        initial = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(initial));
    }

    /** All parameters of the model, with defaults filled in, in the model's order. */
    public Map<String, Distribution> allParameters() {
        Map<String, Distribution> all = new LinkedHashMap<>();
        for (ParameterSpec spec : model.description().parameters()) {
            Distribution given = parameters.get(spec.name());
            all.put(spec.name(), given != null ? given : Distribution.constant(spec.standard().orElseThrow()));
        }
        return all;
    }

    /** Initial values of all settable variables, with defaults filled in, in the model's order. */
    public Map<String, Distribution> allInitial() {
        Map<String, Distribution> all = new LinkedHashMap<>();
        Map<String, Distribution> everyParameter = allParameters();
        for (VariableSpec spec : model.description().variables()) {
            if (!spec.settable()) {
                continue;
            }
            Distribution given = initial.get(spec.name());
            Distribution source = everyParameter.get(spec.standardFrom());
            Distribution standard = source != null ? source : Distribution.constant(spec.standard());
            all.put(spec.name(), given != null ? given : standard);
        }
        return all;
    }
}
