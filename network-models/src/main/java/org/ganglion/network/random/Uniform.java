package org.ganglion.network.random;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** Any value between two bounds, all equally likely. */
public record Uniform(double min, double max) implements Distribution {
    public static final Description DESCRIPTION = Description.of(
            "uniform",
            "Any value between two bounds, all equally likely.",
            ParameterSpec.requiredReal("min", Unit.DRAWN, Range.ANY, "smallest value"),
            ParameterSpec.requiredReal("max", Unit.DRAWN, Range.ANY, "largest value"));

    @Override
    public double quantile(double u) {
        return min + u * (max - min);
    }

    @Override
    public double spread() {
        return (max - min) / Math.sqrt(12);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of("min", min, "max", max);
    }
}
