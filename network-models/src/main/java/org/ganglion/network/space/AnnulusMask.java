package org.ganglion.network.space;

import java.util.List;
import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * What lies between two circles or, in space, two spheres; the inner edge is outside.
 *
 * @param anchor the centre, as displacement from the neuron
 */
public record AnnulusMask(double innerRadius, double outerRadius, List<Double> anchor) implements Mask {
    public static final Description DESCRIPTION = Description.of(
            "annulus",
            "Partners between two circles, or in 3D two spheres (doughnut in NEST).",
            ParameterSpec.requiredReal(
                    "inner_radius", Unit.NONE, Range.NOT_NEGATIVE, "radius of the inner edge, which is outside"),
            ParameterSpec.requiredReal("outer_radius", Unit.NONE, Range.POSITIVE, "radius of the outer edge"),
            MaskEdges.ANCHOR);

    public AnnulusMask {
        anchor = List.copyOf(anchor);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public int dimensions() {
        return anchor.size();
    }

    @Override
    public void check(BiConsumer<String, String> report) {
        MaskEdges.length("outer_radius", outerRadius, report);
        if (!(innerRadius >= 0)) {
            report.accept("inner_radius", Unit.NONE.format(innerRadius) + " is negative; give 0 or more");
        } else if (innerRadius >= outerRadius) {
            report.accept(
                    "inner_radius",
                    Unit.NONE.format(innerRadius) + " is not below outer_radius (" + Unit.NONE.format(outerRadius)
                            + "), so that nothing lies between; lower it");
        }
        MaskEdges.point("anchor", anchor, report);
    }

    @Override
    public double low(int dimension) {
        return anchor.get(dimension) - outerRadius;
    }

    @Override
    public double high(int dimension) {
        return anchor.get(dimension) + outerRadius;
    }

    @Override
    public Mask reflected() {
        return new AnnulusMask(innerRadius, outerRadius, MaskEdges.negated(anchor));
    }
}
