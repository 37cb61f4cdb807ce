package org.ganglion.network.random;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** The exponential distribution. */
public record Exponential(double beta) implements Distribution {
    public static final Description DESCRIPTION = Description.of(
            "exponential",
            "The exponential distribution.",
            ParameterSpec.requiredReal("beta", Unit.DRAWN, Range.POSITIVE, "mean"));

    @Override
    public double quantile(double u) {
        return -beta * StrictMath.log1p(-u);
    }

    @Override
    public double spread() {
        return beta;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of("beta", beta);
    }
}
