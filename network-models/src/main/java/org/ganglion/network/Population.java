package org.ganglion.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.space.Positions;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * Neurons of one model.
 *
 * @param parameters those that differ from the model's defaults; a distribution is drawn once per neuron; of a list, each
 *     of its {@link Elements}
 * @param initial initial values of settable state variables that differ from the model's
 * @param positions where the neurons are, if they are anywhere
 */
public record Population(
        String name,
        int size,
        NeuronModel model,
        Map<String, Distribution> parameters,
        Map<String, Distribution> initial,
        Positions positions) {

    /** Neurons that are nowhere in particular. */
    public Population(
            String name,
            int size,
            NeuronModel model,
            Map<String, Distribution> parameters,
            Map<String, Distribution> initial) {
        this(name, size, model, parameters, initial, Positions.NONE);
    }

    /** Leaves out what equals the model's default, so that populations that mean the same are equal. */
    public Population {
        Map<String, Distribution> differing = new LinkedHashMap<>(parameters);
        for (ParameterSpec spec : model.description().parameters()) {
            if (spec.isList()) {
                removeStandard(spec, differing);
            } else {
                spec.standard().ifPresent(value -> differing.remove(spec.name(), Distribution.constant(value)));
            }
        }
        Map<String, Distribution> differingInitial = new LinkedHashMap<>(initial);
        for (VariableSpec spec : model.description().variables()) {
            standardInitial(spec, model, differing)
                    .filter(Distribution::isConstant)
                    .ifPresent(value -> differingInitial.remove(spec.name(), value));
        }
        parameters = Collections.unmodifiableMap(differing);
        initial = Collections.unmodifiableMap(differingInitial);
    }

    /** A single value for a list becomes its one element; a list that is the model's default is left out. */
    private static void removeStandard(ParameterSpec list, Map<String, Distribution> parameters) {
        Distribution single = parameters.remove(list.name());
        if (single != null) {
            parameters.put(Elements.name(list.name(), 0), single);
        }
        Map<String, Distribution> standard = standardElements(list);
        if (Elements.count(list.name(), parameters.keySet()) == standard.size()
                && parameters.entrySet().containsAll(standard.entrySet())) {
            parameters.keySet().removeAll(standard.keySet());
        }
    }

    private static Map<String, Distribution> standardElements(ParameterSpec list) {
        Map<String, Distribution> elements = new LinkedHashMap<>();
        for (int i = 0; i < list.standardList().size(); i++) {
            elements.put(
                    Elements.name(list.name(), i),
                    Distribution.constant(list.standardList().get(i)));
        }
        return elements;
    }

    /** All parameters of the model, with defaults filled in, in the model's order; of a list, its {@link Elements}. */
    public Map<String, Distribution> allParameters() {
        Map<String, Distribution> all = new LinkedHashMap<>();
        for (ParameterSpec spec : model.description().parameters()) {
            if (spec.isList()) {
                all.putAll(elements(spec));
                continue;
            }
            Distribution given = parameters.get(spec.name());
            all.put(
                    spec.name(),
                    given != null
                            ? given
                            : Distribution.constant(spec.standard().orElseThrow()));
        }
        return all;
    }

    private Map<String, Distribution> elements(ParameterSpec list) {
        Map<String, Distribution> elements = new LinkedHashMap<>();
        for (int i = 0; i < Elements.count(list.name(), parameters.keySet()); i++) {
            String name = Elements.name(list.name(), i);
            elements.put(name, parameters.get(name));
        }
        return elements.isEmpty() ? standardElements(list) : elements;
    }

    /** Initial values of all settable variables, with defaults filled in, in the model's order. */
    public Map<String, Distribution> allInitial() {
        Map<String, Distribution> all = new LinkedHashMap<>();
        for (VariableSpec spec : model.description().variables()) {
            if (spec.settable()) {
                Distribution given = initial.get(spec.name());
                all.put(
                        spec.name(),
                        given != null
                                ? given
                                : standardInitial(spec, model, parameters).orElseThrow());
            }
        }
        return all;
    }

    /** The initial value of a variable that is not given; empty where it is a parameter that must be given and is not. */
    private static Optional<Distribution> standardInitial(
            VariableSpec spec, NeuronModel model, Map<String, Distribution> parameters) {
        if (spec.standardFrom().isEmpty()) {
            return Optional.of(Distribution.constant(spec.standard()));
        }
        Distribution given = parameters.get(spec.standardFrom());
        if (given != null) {
            return Optional.of(given);
        }
        OptionalDouble standard = model.description()
                .parameter(spec.standardFrom())
                .map(ParameterSpec::standard)
                .orElse(OptionalDouble.empty());
        return standard.isPresent() ? Optional.of(Distribution.constant(standard.getAsDouble())) : Optional.empty();
    }

    /** The unit of weights of synapses onto these neurons. */
    public Unit weightUnit() {
        return model.receptors(allParameters()).stream()
                .map(Receptor::unit)
                .findFirst()
                .orElse(Unit.NONE);
    }
}
