package org.ganglion.network.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a model, rule or distribution says of itself.
 *
 * @param name the name used in files
 * @param sentence what it is, in one sentence
 * @param equation its equations in plain text; empty where there are none
 * @param integration how the equations are carried over a step, and how far that is from their solution; empty where
 *     there is nothing to say
 * @param parameters what can be set
 * @param variables what can be recorded and, where settable, initialised; empty for rules and distributions
 * @param reference the paper it comes from, with its DOI; empty where there is none
 */
public record Description(
        String name,
        String sentence,
        String equation,
        String integration,
        List<ParameterSpec> parameters,
        List<VariableSpec> variables,
        String reference) {

    public Description {
        parameters = List.copyOf(parameters);
        variables = List.copyOf(variables);
        requireDistinct("parameters", parameters.stream().map(ParameterSpec::name));
        requireDistinct("variables", variables.stream().map(VariableSpec::name));
    }

    private static void requireDistinct(String what, Stream<String> names) {
        Set<String> seen = new HashSet<>();
        names.filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("two " + what + " are called " + name + "; rename one");
        });
    }

    /** A model of whose integration there is nothing to say. */
    public Description(
            String name,
            String sentence,
            String equation,
            List<ParameterSpec> parameters,
            List<VariableSpec> variables,
            String reference) {
        this(name, sentence, equation, "", parameters, variables, reference);
    }

    /** A rule or distribution: no equations, no state. */
    public static Description of(String name, String sentence, ParameterSpec... parameters) {
        return new Description(name, sentence, "", List.of(parameters), List.of(), "");
    }

    /** A parameter, or an element of a list, by name. */
    public Optional<ParameterSpec> parameter(String parameterName) {
        return named(parameterName)
                .or(() -> Elements.index(parameterName).flatMap(index -> named(Elements.list(parameterName))
                        .filter(ParameterSpec::isList)
                        .map(list -> list.element(index))));
    }

    private Optional<ParameterSpec> named(String parameterName) {
        return parameters.stream().filter(p -> p.name().equals(parameterName)).findFirst();
    }

    public Optional<VariableSpec> variable(String variableName) {
        return variables.stream().filter(v -> v.name().equals(variableName)).findFirst();
    }

    /** Position of a state variable in {@link #variables}, or -1. */
    public int variableIndex(String variableName) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).name().equals(variableName)) {
                return i;
            }
        }
        return -1;
    }
}
