package org.ganglion.network.random;

import java.util.Map;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** The same value every time. */
public record Constant(double value) implements Distribution {
    public static final Description DESCRIPTION = Description.of(
            "constant",
            "The same value every time.",
            ParameterSpec.requiredReal("value", Unit.DRAWN, Range.ANY, "the value"));

    @Override
    public double quantile(double u) {
        return value;
    }

    @Override
    public double spread() {
        return 0;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of("value", value);
    }
}
