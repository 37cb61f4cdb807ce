package org.ganglion.network.space;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * A straight line, and 0 where that is negative.
 *
 * @param c value at distance 0
 * @param a slope; below 0 where it falls with distance
 */
public record LinearKernel(double c, double a) implements Kernel {
    public static final Description DESCRIPTION = Description.of(
            "linear",
            "A straight line: c + a distance, and 0 where that is negative.",
            ParameterSpec.real("c", Unit.NONE, 1, Range.ANY, "value at distance 0"),
            ParameterSpec.requiredReal("a", Unit.NONE, Range.ANY, "slope, negative where it falls with distance"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of("c", c, "a", a);
    }

    @Override
    public double largest() {
        return a > 0 ? Double.POSITIVE_INFINITY : Math.max(0, c);
    }

    @Override
    public double reach(double value) {
        return a >= 0 ? Double.POSITIVE_INFINITY : Math.max(0, c / -a * (1 + 1e-9));
    }

    @Override
    public String text() {
        return "max(0, " + c + " + " + a + " * distance)";
    }

    @Override
    public double at(double distance) {
        return Math.max(0, c + a * distance);
    }
}
