package org.ganglion.network;

import java.util.List;

/** Some neurons of a population, by index. */
public sealed interface Selection {

    /** Every neuron. */
    record All() implements Selection {}

    /** Neurons {@code first} (inclusive) to {@code end} (exclusive). */
    record Slice(int first, int end) implements Selection {}

    /** Neurons listed one by one. */
    record Listed(List<Integer> neurons) implements Selection {
        public Listed {
            neurons = List.copyOf(neurons);
        }
    }

    Selection ALL = new All();

    /** The chosen indices in ascending order, each once. */
    default int[] indices(int populationSize) {
        return switch (this) {
            case All() -> java.util.stream.IntStream.range(0, populationSize).toArray();
            case Slice(int first, int end) -> java.util.stream.IntStream.range(first, end).toArray();
            case Listed(List<Integer> neurons) ->
                neurons.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        };
    }
}
