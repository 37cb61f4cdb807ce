package org.ganglion.io.figure.drawing;

/** The shapes at the end of an arrow. */
public final class ArrowHead {
    private ArrowHead() {}

    /** Radius of the disc that ends a line of a width in place of a head. */
    public static double radius(double width) {
        return 2.5 + width / 2;
    }

    /** Corners of the head of a curve: its tip first, x and y of each. */
    static double[] corners(double[] points, double width) {
        double dx = points[4] - points[2];
        double dy = points[5] - points[3];
        double length = Math.max(1e-9, Math.hypot(dx, dy));
        double along = (6 + 1.5 * width) / length;
        double across = (2.5 + width) / length;
        double x = points[4] - dx * along;
        double y = points[5] - dy * along;
        return new double[] {points[4], points[5], x - dy * across, y + dx * across, x + dy * across, y - dx * across};
    }
}
