package org.ganglion.network.wiring;

import java.util.Arrays;

/** In-degrees that are only known once the sources of each target have been looked at; this is done once, in parallel. */
final class Degrees {
    private final int[] degrees; // [target]
    private final int largest;
    private final long total;

    private Degrees(int[] degrees) {
        this.degrees = degrees;
        this.largest = Arrays.stream(degrees).max().orElse(0);
        this.total = Arrays.stream(degrees).asLongStream().sum();
    }

    /** Counts the synapses of a target; has one owner. */
    interface Counter {
        int degree(int target);
    }

    /** Makes counters. */
    interface Counters {
        Counter make();
    }

    /**
     * Counts for all targets.
     *
     * @throws ImpossibleWiring for the first target that has it
     */
    static Degrees of(int targets, Counters counters) {
        int[] degrees = new int[targets];
        TargetChunks.forEach(targets, () -> {
            Counter counter = counters.make();
            return target -> degrees[target] = counter.degree(target);
        });
        return new Degrees(degrees);
    }

    int of(int target) {
        return degrees[target];
    }

    int largest() {
        return largest;
    }

    long total() {
        return total;
    }
}
