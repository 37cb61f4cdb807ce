package org.ganglion.network.space;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * Falls to 1/e at every further length {@code beta}.
 *
 * @param center value at distance 0, called p_center in files
 */
public record ExponentialKernel(double center, double beta) implements Kernel {
    public static final Description DESCRIPTION = Description.of(
            "exponential",
            "Falls exponentially: p_center exp(-distance / beta).",
            KernelParameters.CENTER,
            ParameterSpec.requiredReal("beta", Unit.NONE, Range.POSITIVE, "distance over which it falls to 1/e"));

    public ExponentialKernel(double beta) {
        this(1, beta);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of("p_center", center, "beta", beta);
    }

    @Override
    public double largest() {
        return center;
    }

    @Override
    public double reach(double value) {
        return value >= center ? 0 : beta * StrictMath.log(center / value) * (1 + 1e-9);
    }

    @Override
    public String text() {
        return center + " * exp(-distance / " + beta + ")";
    }

    @Override
    public double at(double distance) {
        return center * StrictMath.exp(-distance / beta);
    }
}
