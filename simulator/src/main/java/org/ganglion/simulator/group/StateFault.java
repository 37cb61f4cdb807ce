package org.ganglion.simulator.group;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ganglion.network.Population;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.VariableSpec;
import org.ganglion.simulator.SimulationException;

/**
 * A neuron whose state is not finite, after which nothing that it does means anything.
 *
 * @param population its position in the network
 * @param neuron its index in the population
 * @param step the next one when it was found
 */
public record StateFault(int population, String name, int neuron, String variable, float value, long step)
        implements Comparable<StateFault> {

    /**
     * Looks at the first state variable of all neurons, the membrane potential as a rule: into it goes what becomes of all
     * others.
     *
     * @return the first neuron of the first population at fault
     */
    static Optional<StateFault> find(List<Slice> slices, long step) {
        for (Slice slice : slices) {
            Population population = slice.plan().population();
            Map<String, Distribution> parameters = population.allParameters();
            int[] variables = population.model().recordable(parameters).stream()
                    .mapToInt(population.model().description()::variableIndex)
                    .toArray();
            OptionalInt fault = variables.length == 0 ? OptionalInt.empty() : first(slice, variables[0]);
            if (fault.isPresent()) {
                return Optional.of(of(slice, variables, fault.getAsInt(), step));
            }
        }
        return Optional.empty();
    }

    /** Index in the slice of the first neuron of the population at fault: neurons of a slice rise with their index. */
    private static OptionalInt first(Slice slice, int variable) {
        for (int i = 0; i < slice.size(); i++) {
            if (!Float.isFinite(slice.state().value(variable, i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static StateFault of(Slice slice, int[] variables, int index, long step) {
        Population population = slice.plan().population();
        int variable = IntStream.of(variables)
                .filter(v -> !Float.isFinite(slice.state().value(v, index)))
                .findFirst()
                .orElse(variables[0]);
        VariableSpec spec = population.model().description().variables().get(variable);
        return new StateFault(
                slice.population(),
                population.name(),
                slice.neuron(index),
                spec.name(),
                slice.state().value(variable, index),
                step);
    }

    /** Faults of one step in the order of neurons. */
    @Override
    public int compareTo(StateFault other) {
        return population != other.population
                ? Integer.compare(population, other.population)
                : Integer.compare(neuron, other.neuron);
    }

    /** What is told of it. */
    SimulationException exception() {
        return new SimulationException(name + ": " + variable + " of neuron " + neuron + " is "
                + (Float.isNaN(value) ? "not a number" : "infinite") + " before step " + step
                + "; lower simulation.dt, or look for weights, parameters and stimuli that let it grow without bound");
    }
}
