package org.ganglion.network;

import java.util.List;
import java.util.stream.IntStream;

/** Some neurons of a population, by index. */
public sealed interface Selection {

    /** Every neuron. */
    record All() implements Selection {
        @Override
        public int[] indices(int populationSize) {
            return IntStream.range(0, populationSize).toArray();
        }
    }

    /** Neurons {@code first} (inclusive) to {@code end} (exclusive). */
    record Slice(int first, int end) implements Selection {
        @Override
        public int[] indices(int populationSize) {
            return IntStream.range(first, end).toArray();
        }
    }

    /** Neurons listed one by one. */
    record Listed(List<Integer> neurons) implements Selection {
        public Listed {
            neurons = List.copyOf(neurons);
        }

        @Override
        public int[] indices(int populationSize) {
            return neurons.stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .distinct()
                    .toArray();
        }
    }

    Selection ALL = new All();

    /** The chosen indices in ascending order, each once. */
    int[] indices(int populationSize);
}
