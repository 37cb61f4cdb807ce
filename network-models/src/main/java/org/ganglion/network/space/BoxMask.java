package org.ganglion.network.space;

import java.util.List;
import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * A rectangle or, in space, a cuboid, with sides along the axes.
 *
 * @param lowerLeft its corner with the smallest coordinates, as displacement from the anchor
 * @param upperRight its corner with the largest coordinates, likewise
 * @param anchor displacement from the neuron
 */
public record BoxMask(List<Double> lowerLeft, List<Double> upperRight, List<Double> anchor) implements Mask {
    public static final Description DESCRIPTION = Description.of(
            "box",
            "Partners in a rectangle (rectangular in NEST) or, in 3D, a cuboid.",
            ParameterSpec.requiredReal(
                    "lower_left", Unit.NONE, Range.ANY, "a list: the corner with the smallest coordinates"),
            ParameterSpec.requiredReal(
                    "upper_right", Unit.NONE, Range.ANY, "a list: the corner with the largest coordinates"),
            MaskEdges.ANCHOR);

    public BoxMask {
        lowerLeft = List.copyOf(lowerLeft);
        upperRight = List.copyOf(upperRight);
        anchor = List.copyOf(anchor);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public int dimensions() {
        return lowerLeft.size();
    }

    @Override
    public void check(BiConsumer<String, String> report) {
        MaskEdges.point("lower_left", lowerLeft, report);
        if (upperRight.size() != lowerLeft.size()) {
            report.accept(
                    "upper_right",
                    "has " + upperRight.size() + " numbers, but lower_left has " + lowerLeft.size() + "; give as many");
            return;
        }
        MaskEdges.point("upper_right", upperRight, report);
        for (int d = 0; d < lowerLeft.size(); d++) {
            if (lowerLeft.get(d) >= upperRight.get(d)) {
                report.accept(
                        "lower_left",
                        Unit.NONE.format(lowerLeft.get(d)) + " is not below upper_right ("
                                + Unit.NONE.format(upperRight.get(d)) + ") along " + "xyz".charAt(d)
                                + "; swap them or enlarge the box");
                return;
            }
        }
        MaskEdges.point("anchor", anchor, report);
    }

    @Override
    public double low(int dimension) {
        return anchor.get(dimension) + lowerLeft.get(dimension);
    }

    @Override
    public double high(int dimension) {
        return anchor.get(dimension) + upperRight.get(dimension);
    }

    @Override
    public Mask reflected() {
        return new BoxMask(MaskEdges.negated(upperRight), MaskEdges.negated(lowerLeft), MaskEdges.negated(anchor));
    }
}
