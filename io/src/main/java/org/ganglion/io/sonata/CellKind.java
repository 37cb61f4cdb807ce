package org.ganglion.io.sonata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.neuron.simple.IntFire1;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.VariableSpec;

/** What the nodes of a model type and template are here. */
sealed interface CellKind {

    /** Point neurons of a model. */
    record Point(NeuronModel model) implements CellKind {

        /** What a number in the files is in the model's unit: the circuits have parameters of NEURON's cells in seconds. */
        double value(String parameter, double inFiles) {
            return model instanceof IntFire1
                            && model.description().parameter(parameter).isPresent()
                    ? inFiles * 1000
                    : inFiles;
        }

        /**
         * Where a variable starts that is not given: in NEST the default of the parameter that it follows in ours, even where
         * that parameter is given.
         */
        OptionalDouble start(VariableSpec variable) {
            return model.description()
                    .parameter(variable.standardFrom())
                    .map(ParameterSpec::standard)
                    .orElse(OptionalDouble.empty());
        }
    }

    /** Sources of given spikes, which are not simulated. */
    record Virtual() implements CellKind {
        static final NeuronModel MODEL = named("parrot_neuron");
    }

    /**
     * Something that cannot be simulated.
     *
     * @param why behind the name of what it is
     */
    record Unsupported(String what, String why) implements CellKind {}

    /**
     * Tells the kind.
     *
     * @param target the simulator that the circuit was written for, which decides what a template without schema means
     */
    static CellKind of(Optional<String> modelType, Optional<String> template, String target) {
        String type = modelType.orElse("").toLowerCase(Locale.ROOT);
        if (type.equals("virtual")) {
            return new Virtual();
        }
        if (type.equals("biophysical") || type.equals("single_compartment")) {
            return new Unsupported(
                    type + template.map(t -> " (" + t + ")").orElse(""),
                    "has compartments; point neurons can be simulated");
        }
        if (template.isEmpty()) {
            return new Unsupported(
                    type.isEmpty() ? "a node without model_type" : type,
                    "has no model_template, such as nest:iaf_psc_alpha");
        }
        String[] parts = template.get().split(":", 2);
        String schema = parts.length == 2 ? parts[0].toLowerCase(Locale.ROOT) : implied(target);
        String resource = parts[parts.length - 1];
        return switch (schema) {
            case "nest" -> nest(template.get(), resource);
            case "nrn", "neuron" ->
                resource.equalsIgnoreCase("IntFire1")
                        ? new Point(named("IntFire1"))
                        : new Unsupported(template.get(), "is not there; of NEURON's artificial cells, IntFire1 is");
            default ->
                new Unsupported(template.get(), "cannot be simulated; templates of nest: and nrn:IntFire1 can be");
        };
    }

    private static NeuronModel named(String name) {
        return NeuronModels.find(name).orElseThrow();
    }

    private static String implied(String target) {
        return target.equalsIgnoreCase("neuron") ? "nrn" : "nest";
    }

    private static CellKind nest(String template, String name) {
        List<String> names = NeuronModels.ALL.stream()
                .filter(m -> !(m instanceof IntFire1))
                .map(NeuronModel::name)
                .toList();
        return NeuronModels.find(name)
                .filter(m -> names.contains(name))
                .<CellKind>map(Point::new)
                .orElseGet(
                        () -> new Unsupported(template, "is not there: " + Suggestion.unknown("model", name, names)));
    }
}
