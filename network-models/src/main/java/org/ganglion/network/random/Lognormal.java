package org.ganglion.network.random;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** A value whose logarithm is normally distributed. */
public record Lognormal(double median, double sigma) implements Distribution {
    public static final Description DESCRIPTION = Description.of(
            "lognormal",
            "A value whose logarithm is normally distributed.",
            ParameterSpec.requiredReal(
                    "median", Unit.DRAWN, Range.POSITIVE, "median, the exponential of the mean of the logarithm"),
            ParameterSpec.requiredReal(
                    "sigma", Unit.NONE, Range.NOT_NEGATIVE, "standard deviation of the logarithm, a plain number"));

    @Override
    public double quantile(double u) {
        return median * StrictMath.exp(sigma * NormalQuantile.of(u));
    }

    @Override
    public double spread() {
        double v = sigma * sigma;
        return median * Math.sqrt(StrictMath.exp(v) * StrictMath.expm1(v));
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of("median", median, "sigma", sigma);
    }
}
