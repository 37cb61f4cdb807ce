package org.ganglion.simulator.group;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ganglion.network.Population;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.VariableSpec;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.link.StateFault;
import org.ganglion.simulator.stimulus.SliceInput;

/**
 * Copies the neurons of slices out, and puts them back, into whatever slices they belong to then; and tells whose state is
 * not finite.
 */
final class SliceStates {
    private SliceStates() {}

    /** @param windowSpikes what is counted of the slice in the present window */
    static GroupState.Neurons copy(Slice slice, long windowSpikes) {
        int width = slice.stateWords();
        int[] indices = new int[slice.size()];
        int[] words = new int[width * indices.length];
        long[] statistics = new long[SpikeStatistics.NUMBERS * indices.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = slice.neuron(i);
            slice.copyState(i, words, width * i);
            slice.statistics().copy(i, statistics, SpikeStatistics.NUMBERS * i);
        }
        return new GroupState.Neurons(slice.population(), indices, width, words, statistics, windowSpikes);
    }

    /** Restores all neurons of some slices to a step. */
    static void restore(List<Slice> slices, long step, List<GroupState> states) {
        Map<Integer, Slice> byPopulation = new HashMap<>();
        slices.forEach(s -> byPopulation.put(s.population(), s));
        int missing = slices.stream().mapToInt(Slice::size).sum();
        for (GroupState state : states) {
            for (GroupState.Neurons neurons : state.neurons()) {
                Slice slice = byPopulation.get(neurons.population());
                missing -= slice == null ? 0 : restore(slice, step, neurons);
            }
        }
        if (missing != 0) {
            throw new SimulationException("the states to continue from do not hold every neuron once; " + missing
                    + " are missing (negative: too many)");
        }
        for (Slice slice : slices) {
            for (SliceInput input : slice.inputs()) {
                input.restore(step, slice.state());
            }
        }
    }

    /** Returns how many of the neurons are in the slice. */
    private static int restore(Slice slice, long step, GroupState.Neurons neurons) {
        if (neurons.wordsPerNeuron() != slice.stateWords()) {
            throw new SimulationException("the states to continue from have " + neurons.wordsPerNeuron()
                    + " words for each neuron of " + slice.plan().population().name() + ", not "
                    + slice.stateWords());
        }
        int restored = 0;
        for (int i = 0; i < neurons.indices().length; i++) {
            int index = neurons.indices()[i];
            if (slice.layout().groupOf(slice.population(), index) == slice.group()) {
                int at = slice.layout().indexInSlice(slice.population(), index);
                slice.restoreState(step, at, neurons.words(), i * neurons.wordsPerNeuron());
                slice.statistics().restore(at, neurons.statistics(), SpikeStatistics.NUMBERS * i);
                restored++;
            }
        }
        return restored;
    }

    /**
     * Looks at the first state variable of all neurons, the membrane potential as a rule: into it goes what becomes of all
     * others.
     *
     * @return the first neuron of the first population at fault
     */
    static Optional<StateFault> fault(List<Slice> slices, long step) {
        for (Slice slice : slices) {
            Population population = slice.plan().population();
            Map<String, Distribution> parameters = population.allParameters();
            int[] variables = population.model().recordable(parameters).stream()
                    .mapToInt(population.model().description()::variableIndex)
                    .toArray();
            OptionalInt fault = variables.length == 0 ? OptionalInt.empty() : firstFault(slice, variables[0]);
            if (fault.isPresent()) {
                return Optional.of(fault(slice, variables, fault.getAsInt(), step));
            }
        }
        return Optional.empty();
    }

    /** Index in the slice of the first neuron of the population at fault: neurons of a slice rise with their index. */
    private static OptionalInt firstFault(Slice slice, int variable) {
        for (int i = 0; i < slice.size(); i++) {
            if (!Float.isFinite(slice.state().value(variable, i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private static StateFault fault(Slice slice, int[] variables, int index, long step) {
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
}
