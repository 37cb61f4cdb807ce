package org.ganglion.network.random;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** A whole number between two bounds, both included, all equally likely. */
public record UniformInt(double min, double max) implements Distribution {
    public static final Description DESCRIPTION = Description.of(
            "uniform_int",
            "A whole number between two bounds, both included, all equally likely.",
            ParameterSpec.requiredWhole("min", Unit.DRAWN, Range.ANY, "smallest value"),
            ParameterSpec.requiredWhole("max", Unit.DRAWN, Range.ANY, "largest value"));

    @Override
    public double quantile(double u) {
        return Math.min(max, min + Math.floor(u * (max - min + 1)));
    }

    @Override
    public double spread() {
        return Math.sqrt(((max - min + 1) * (max - min + 1) - 1) / 12);
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
