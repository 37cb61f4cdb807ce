package org.ganglion.network.space;

import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;

/**
 * The part of space in which a neuron finds its partners, given by the displacement from the neuron to the partner.
 *
 * <p>A partner on the edge is inside, except on the inner edge of an annulus. Distances that differ from that of the edge
 * by a billionth of the mask's size are on it, so that rounding does not decide on the points of a grid.
 */
public sealed interface Mask permits Everywhere, BallMask, AnnulusMask, BoxMask {
    /** Share of its size within which a displacement is on the edge. */
    double EDGE = 1e-9;

    Mask EVERYWHERE = new Everywhere();

    /** A circle around the neuron. */
    static Mask circle(double radius) {
        return new BallMask(radius, Extents.list(0, 0));
    }

    /** A sphere around the neuron. */
    static Mask sphere(double radius) {
        return new BallMask(radius, Extents.list(0, 0, 0));
    }

    /** What lies between two circles around the neuron. */
    static Mask annulus(double innerRadius, double outerRadius) {
        return new AnnulusMask(innerRadius, outerRadius, Extents.list(0, 0));
    }

    /** A rectangle between two corners, given by their displacement from the neuron. */
    static Mask box(double left, double bottom, double right, double top) {
        return new BoxMask(Extents.list(left, bottom), Extents.list(right, top), Extents.list(0, 0));
    }

    Description description();

    /** Number of dimensions of the space it is for; 0 for any. */
    int dimensions();

    /**
     * Reports what is wrong with it by itself.
     *
     * @param report takes the name of the key at fault and a message with value, what is allowed, and a remedy
     */
    void check(BiConsumer<String, String> report);

    /** The smallest displacement along a dimension that is inside; infinite where there is none. */
    double low(int dimension);

    /** The largest displacement along a dimension that is inside. */
    double high(int dimension);

    /** The mask as the partner sees it: contains the displacements that are the other way round. */
    Mask reflected();
}
