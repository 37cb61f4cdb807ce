package org.ganglion.network.random;

import java.util.Map;
import org.ganglion.network.spec.Description;

/** Another distribution whose draws outside two bounds, which may be infinite, are moved onto the nearer one. */
public record Clipped(Distribution base, double min, double max) implements Distribution {
    @Override
    public double quantile(double u) {
        return Math.min(max, Math.max(min, base.quantile(u)));
    }

    @Override
    public double spread() {
        return QuantileSpread.of(this);
    }

    @Override
    public Description description() {
        return base.description();
    }

    @Override
    public Map<String, Double> values() {
        return base.values();
    }
}
