package org.ganglion.network.space;

import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;

/** No mask. */
record Everywhere() implements Mask {
    private static final Description DESCRIPTION = Description.of("everywhere", "All of space.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public int dimensions() {
        return 0;
    }

    @Override
    public void check(BiConsumer<String, String> report) {
        // Always possible.
    }

    @Override
    public double low(int dimension) {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double high(int dimension) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Mask reflected() {
        return this;
    }
}
