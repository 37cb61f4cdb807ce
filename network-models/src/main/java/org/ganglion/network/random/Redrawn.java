package org.ganglion.network.random;

import java.util.Map;
import org.ganglion.network.spec.Description;

/**
 * Another distribution drawn again until the draw lies inside two bounds, which may be infinite. Drawn at once from the
 * part between the bounds, so that one uniform number still makes one draw.
 */
public record Redrawn(Distribution base, double min, double max, double shareBelow, double shareInside)
        implements Distribution {

    public Redrawn(Distribution base, double min, double max) {
        this(base, min, max, below(base, min), upTo(base, max) - below(base, min));
    }

    private static double below(Distribution base, double min) {
        return min == Double.NEGATIVE_INFINITY ? 0 : base.share(min, true);
    }

    private static double upTo(Distribution base, double max) {
        return max == Double.POSITIVE_INFINITY ? 1 : base.share(max, false);
    }

    @Override
    public double quantile(double u) {
        // Rounding may give 0 or 1, whose quantile can be infinite.
        double share = Math.clamp(shareBelow + u * shareInside, Double.MIN_NORMAL, Math.nextDown(1.0));
        return Math.min(max, Math.max(min, base.quantile(share)));
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
