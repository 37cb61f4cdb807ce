package org.ganglion.io.source;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.synapse.SynapseModel;

/**
 * The models among classes made from source: one object of each class that is a neuron model or a synapse model.
 *
 * @param problems what keeps other such classes from being found by the name of their model, in one line each
 */
public record OwnModels(List<NeuronModel> neurons, List<SynapseModel> synapses, List<String> problems) {
    public static final OwnModels NONE = new OwnModels(List.of(), List.of(), List.of());

    public OwnModels {
        neurons = List.copyOf(neurons);
        synapses = List.copyOf(synapses);
        problems = List.copyOf(problems);
    }

    /** Looks through all classes. */
    public static OwnModels of(SourceClasses classes) {
        List<NeuronModel> neurons = new ArrayList<>();
        List<SynapseModel> synapses = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : classes.names()) {
            Class<?> type = classes.get(name);
            boolean model = NeuronModel.class.isAssignableFrom(type) || SynapseModel.class.isAssignableFrom(type);
            if (model && !Modifier.isAbstract(type.getModifiers())) {
                add(type, neurons, synapses, problems);
            }
        }
        return new OwnModels(neurons, synapses, problems);
    }

    private static void add(
            Class<?> type, List<NeuronModel> neurons, List<SynapseModel> synapses, List<String> problems) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object made = constructor.newInstance();
            if (made instanceof NeuronModel neuron) {
                neurons.add(neuron);
            }
            if (made instanceof SynapseModel synapse) {
                synapses.add(synapse);
            }
        } catch (NoSuchMethodException e) {
            problems.add("the model " + type.getName() + " has no constructor without parameters, so no file can name"
                    + " it; add one, and let what can be set be a parameter of its description");
        } catch (InvocationTargetException e) {
            problems.add("the model " + type.getName() + " cannot be made: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            problems.add("the model " + type.getName() + " cannot be made: " + e);
        }
    }
}
