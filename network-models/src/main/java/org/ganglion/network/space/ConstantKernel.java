package org.ganglion.network.space;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Unit;

/** The same at all distances; a file writes it as a number. */
public record ConstantKernel(double value) implements Kernel {
    private static final Description DESCRIPTION = Description.of("constant", "The same at all distances.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of();
    }

    @Override
    public double largest() {
        return value;
    }

    @Override
    public double reach(double least) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String text() {
        return Unit.NONE.format(value);
    }

    @Override
    public double at(double distance) {
        return value;
    }
}
