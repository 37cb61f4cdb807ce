package org.ganglion.cli.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * An example in YAML for each thing that a file can name: a file {@code NAME.yaml} beside this class, or else one made
 * from the description.
 */
public final class Examples {
    /** What an example may leave out, section by section. */
    private static final Map<String, String> FRAME = Map.of("populations", """
            populations:
              E: {model: iaf_psc_exp, size: 80}
              I: {model: iaf_psc_exp, size: 20}
            """, "simulation", """
            simulation:
              duration: 100 ms
            """);

    private Examples() {}

    /** Some sections of a model file that show the thing in use. */
    static String of(String kind, Description description) {
        if (kind.equals(Kinds.KERNELS)) { // a distribution of the same name has a file
            return made(kind, description);
        }
        return Optional.ofNullable(Examples.class.getResourceAsStream(description.name() + ".yaml"))
                .map(Examples::text)
                .orElseGet(() -> made(kind, description));
    }

    /** A model file made from an example: with the sections that it leaves out. */
    public static String whole(String example) {
        StringBuilder whole = new StringBuilder(example.strip()).append('\n');
        FRAME.forEach((section, text) -> {
            if (!("\n" + example).contains("\n" + section + ":")) {
                whole.append(text);
            }
        });
        return whole.toString();
    }

    private static String text(InputStream resource) {
        try (resource) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String made(String kind, Description description) {
        String name = description.name();
        return switch (kind) {
            case Kinds.NEURONS -> neuron(NeuronModels.find(name).orElseThrow());
            case Kinds.SYNAPSES -> """
                    projections:
                      learning:
                        from: E
                        to: E
                        rule: fixed_indegree
                        indegree: 10
                        weight: 50 pA
                        delay: 1.5 ms
                        synapse: %s
                    """.formatted(synapse(description));
            case Kinds.RULES -> """
                    projections:
                      E-I: {from: E, to: I, rule: %s, %sweight: 50 pA, delay: 1.5 ms}
                    """.formatted(name, needed(description));
            case Kinds.KERNELS ->
                """
                    populations:
                      E: {model: iaf_psc_exp, size: 1600, positions: {type: grid, shape: [40, 40], periodic: true}}
                    projections:
                      local:
                        from: E
                        to: E
                        rule: pairwise_bernoulli
                        p: {kernel: %s, %s}
                        weight: 50 pA
                        delay: 1.5 ms
                    """.formatted(
                        name, name.equals("linear") ? "a: -4" : name.equals("gaussian") ? "std: 0.1" : "beta: 0.1");
            case Kinds.STIMULI -> """
                    stimuli:
                      input: {type: %s, %sto: E}
                    """.formatted(name, needed(description));
            default -> """
                    projections:
                      E-I:
                        from: E
                        to: I
                        rule: all_to_all
                        weight: {distribution: %s, %s}
                        delay: 1.5 ms
                    """.formatted(name, needed(description).replaceFirst(", $", ""));
        };
    }

    private static String neuron(NeuronModel model) {
        Description description = model.description();
        StringBuilder text =
                new StringBuilder("populations:\n  cells:\n    model: " + model.name() + "\n    size: 100\n");
        String parameters = description.parameters().stream()
                .filter(spec -> spec.standard().isPresent()
                        && Double.isFinite(spec.standard().getAsDouble()))
                .limit(3)
                .map(spec -> "      " + spec.name() + ": "
                        + value(spec, spec.standard().getAsDouble()) + "\n")
                .collect(Collectors.joining());
        text.append(parameters.isEmpty() ? "" : "    parameters:\n" + parameters);
        text.append("stimuli:\n  noise: {type: poisson, to: cells, rate: 8 kHz")
                .append(weight(model))
                .append("}\n");
        text.append("recorders:\n  spikes: {type: spikes, from: cells}\n");
        if (!description.variables().isEmpty()) {
            text.append("  state: {type: state, from: cells, neurons: 0..3, variables: [")
                    .append(description.variables().getFirst().name())
                    .append("], interval: 0.5 ms}\n");
        }
        return text.toString();
    }

    private static String weight(NeuronModel model) {
        Receptor receptor = InputText.receptors(model).getFirst();
        return switch (receptor.unit()) {
            case MILLIVOLT -> ", weight: 0.5 mV";
            case NANOSIEMENS -> ", weight: 2 nS";
            case PICOAMPERE -> ", weight: 50 pA";
            default -> "";
        };
    }

    private static String synapse(Description description) {
        String parameters = description.parameters().stream()
                .limit(3)
                .map(spec -> spec.name() + ": " + value(spec, example(spec)))
                .collect(Collectors.joining(", "));
        return parameters.isEmpty() ? description.name() : "{model: " + description.name() + ", " + parameters + "}";
    }

    /** What must be given, each followed by a comma. */
    private static String needed(Description description) {
        List<ParameterSpec> specs = description.parameters().stream()
                .filter(spec -> spec.standard().isEmpty())
                .toList();
        return specs.stream()
                .map(spec -> spec.name() + ": " + value(spec, example(spec)) + ", ")
                .collect(Collectors.joining());
    }

    private static double example(ParameterSpec spec) {
        if (spec.standard().isPresent()) {
            return spec.standard().getAsDouble();
        }
        return spec.allowed().equals(Range.PROBABILITY) ? 0.1 : 10;
    }

    private static String value(ParameterSpec spec, double value) {
        if (spec.kind() == ParameterSpec.Kind.SWITCH) {
            return value != 0 ? "true" : "false";
        }
        boolean weight = spec.unit() == Unit.DRAWN || spec.name().equals("weight");
        return (weight ? Unit.PICOAMPERE : spec.unit()).format(value);
    }
}
