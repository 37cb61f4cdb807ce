package org.ganglion.network.random;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** The normal distribution. */
public record Normal(double mean, double std) implements Distribution {
    public static final Description DESCRIPTION = Description.of(
            "normal",
            "The normal distribution.",
            ParameterSpec.requiredReal("mean", Unit.DRAWN, Range.ANY, "mean"),
            ParameterSpec.requiredReal("std", Unit.DRAWN, Range.NOT_NEGATIVE, "standard deviation"));

    @Override
    public double quantile(double u) {
        return mean + std * NormalQuantile.of(u);
    }

    @Override
    public double spread() {
        return std;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of("mean", mean, "std", std);
    }
}
