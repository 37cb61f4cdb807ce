package org.ganglion.network.space;

import java.util.List;
import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * A circle or, in space, a sphere.
 *
 * @param anchor its centre, as displacement from the neuron
 */
public record BallMask(double radius, List<Double> anchor) implements Mask {
    private static final ParameterSpec RADIUS =
            ParameterSpec.requiredReal("radius", Unit.NONE, Range.POSITIVE, "its radius");

    public static final Description CIRCLE =
            Description.of("circle", "Partners in a circle (circular in NEST).", RADIUS, MaskEdges.ANCHOR);
    public static final Description SPHERE =
            Description.of("sphere", "Partners in a sphere (spherical in NEST).", RADIUS, MaskEdges.ANCHOR);

    public BallMask {
        anchor = List.copyOf(anchor);
    }

    @Override
    public Description description() {
        return anchor.size() == 3 ? SPHERE : CIRCLE;
    }

    @Override
    public int dimensions() {
        return anchor.size();
    }

    @Override
    public void check(BiConsumer<String, String> report) {
        MaskEdges.length("radius", radius, report);
        MaskEdges.point("anchor", anchor, report);
    }

    @Override
    public double low(int dimension) {
        return anchor.get(dimension) - radius;
    }

    @Override
    public double high(int dimension) {
        return anchor.get(dimension) + radius;
    }

    @Override
    public Mask reflected() {
        return new BallMask(radius, MaskEdges.negated(anchor));
    }
}
