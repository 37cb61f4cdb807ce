package org.ganglion.network.space;

import java.util.List;

/** A mask as plain numbers: what lies in a box and between two spheres. */
final class Region {
    private final double[] low = new double[3];
    private final double[] high = new double[3];
    private final double[] anchor = new double[3];
    private final double inner; // squared distance from the anchor up to which nothing is inside; negative for none
    private final double outer; // squared distance beyond which nothing is inside

    private Region(Mask mask, List<Double> anchor, double inner, double outer) {
        for (int d = 0; d < 3; d++) {
            boolean bounded = d < mask.dimensions();
            double edge = bounded ? Mask.EDGE * (mask.high(d) - mask.low(d)) : 0;
            low[d] = bounded ? mask.low(d) - edge : Double.NEGATIVE_INFINITY;
            high[d] = bounded ? mask.high(d) + edge : Double.POSITIVE_INFINITY;
            this.anchor[d] = d < anchor.size() ? anchor.get(d) : 0;
        }
        this.inner = inner;
        this.outer = outer;
    }

    static Region of(Mask mask) {
        return switch (mask) {
            case Everywhere e -> new Region(e, List.of(), -1, Double.POSITIVE_INFINITY);
            case BallMask ball -> new Region(ball, ball.anchor(), -1, beyond(ball.radius()));
            case AnnulusMask ring ->
                new Region(ring, ring.anchor(), beyond(ring.innerRadius()), beyond(ring.outerRadius()));
            case BoxMask box -> new Region(box, List.of(), -1, Double.POSITIVE_INFINITY);
        };
    }

    /** The squared distance above which a displacement is beyond an edge of this radius. */
    private static double beyond(double radius) {
        double edge = radius * (1 + Mask.EDGE);
        return edge * edge;
    }

    /** Whether a displacement is inside; {@code z} is 0 in the plane. */
    boolean contains(double x, double y, double z) {
        double dx = x - anchor[0];
        double dy = y - anchor[1];
        double dz = z - anchor[2];
        double square = dx * dx + dy * dy + dz * dz;
        return square > inner
                && square <= outer
                && x >= low[0]
                && x <= high[0]
                && y >= low[1]
                && y <= high[1]
                && z >= low[2]
                && z <= high[2];
    }

    /** The smallest displacement along a dimension that is inside; infinite where there is none. */
    double low(int dimension) {
        return low[dimension];
    }

    /** The largest displacement along a dimension that is inside. */
    double high(int dimension) {
        return high[dimension];
    }

    /** Limits a region without bounds to a box around the neuron, for a search; the box must hold all that matters. */
    Region within(double distance) {
        if (low[0] != Double.NEGATIVE_INFINITY || distance == Double.POSITIVE_INFINITY) {
            return this;
        }
        return of(new BoxMask(Extents.all(3, -distance), Extents.all(3, distance), Extents.all(3, 0)));
    }
}
