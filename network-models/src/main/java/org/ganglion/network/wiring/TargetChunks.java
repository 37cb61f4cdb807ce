package org.ganglion.network.wiring;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work over all targets of a projection, side by side in chunks that do not depend on the machine. */
public final class TargetChunks {
    private static final int SIZE = 1024;

    private TargetChunks() {}

    /** What is done for the targets from {@code first} to {@code end}. */
    public interface Work<T> {
        T of(int first, int end);
    }

    /** Asks for work on single targets; each worker has one owner. */
    public interface Workers {
        IntConsumer make();
    }

    /**
     * Does something for each target.
     *
     * @throws ImpossibleWiring for the first target that has it
     */
    public static void forEach(int targets, Workers workers) {
        List<Optional<ImpossibleWiring>> failures = map(targets, (first, end) -> {
            IntConsumer worker = workers.make();
            try {
                for (int target = first; target < end; target++) {
                    worker.accept(target);
                }
                return Optional.empty();
            } catch (ImpossibleWiring e) {
                return Optional.of(e);
            }
        });
        failures.stream().flatMap(Optional::stream).findFirst().ifPresent(e -> {
            throw e;
        });
    }

    /** The results of all chunks, in the order of the targets. */
    public static <T> List<T> map(int targets, Work<T> work) {
        return IntStream.range(0, Math.ceilDiv(targets, SIZE))
                .parallel()
                .mapToObj(chunk -> work.of(chunk * SIZE, Math.min(targets, (chunk + 1) * SIZE)))
                .toList();
    }
}
