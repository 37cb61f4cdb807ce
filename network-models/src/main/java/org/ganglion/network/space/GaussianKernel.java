package org.ganglion.network.space;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * A bell around some distance.
 *
 * @param center its largest value, called p_center in files
 * @param mean distance at which it is largest
 * @param std its standard deviation
 */
public record GaussianKernel(double center, double mean, double std) implements Kernel {
    public static final Description DESCRIPTION = Description.of(
            "gaussian",
            "A bell: p_center exp(-(distance - mean)^2 / (2 std^2)).",
            KernelParameters.CENTER,
            ParameterSpec.real("mean", Unit.NONE, 0, Range.ANY, "distance at which it is largest"),
            ParameterSpec.requiredReal("std", Unit.NONE, Range.POSITIVE, "standard deviation"));

    /** Around distance 0, where it is 1. */
    public GaussianKernel(double std) {
        this(1, 0, std);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of("p_center", center, "mean", mean, "std", std);
    }

    @Override
    public double largest() {
        return center;
    }

    @Override
    public double reach(double value) {
        double beyondMean = value >= center ? 0 : std * Math.sqrt(2 * StrictMath.log(center / value));
        return Math.max(0, (mean + beyondMean) * (1 + 1e-9));
    }

    @Override
    public String text() {
        return center + " * exp(-(distance - " + mean + ")^2 / (2 * " + std + "^2))";
    }

    @Override
    public double at(double distance) {
        double z = (distance - mean) / std;
        return center * StrictMath.exp(-0.5 * z * z);
    }
}
