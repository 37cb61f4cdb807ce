package org.ganglion.simulator.group;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.stimulus.SliceInput;

/** Copies the neurons of slices out, and puts them back, into whatever slices they belong to then. */
final class SliceStates {
    private SliceStates() {}

    static GroupState.Neurons copy(Slice slice) {
        int width = slice.stateWords();
        int[] indices = new int[slice.size()];
        int[] words = new int[width * indices.length];
        long[] statistics = new long[SpikeStatistics.NUMBERS * indices.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = slice.neuron(i);
            slice.copyState(i, words, width * i);
            slice.statistics().copy(i, statistics, SpikeStatistics.NUMBERS * i);
        }
        return new GroupState.Neurons(slice.population(), indices, width, words, statistics);
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
}
