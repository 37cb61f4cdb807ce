package org.ganglion.io.figure.drawing;

import org.ganglion.io.plot.Canvas.Anchor;

/** Something to draw on, in units of about a pixel of a screen; y grows downwards. */
public interface Drawing {

    void line(double x1, double y1, double x2, double y2, double width, Ink ink);

    /** A line through points; those whose y is not a number leave a gap. */
    void polyline(double[] x, double[] y, double width, Ink ink);

    /** What lies between two lines over the same x. */
    void band(double[] x, double[] low, double[] high, Ink ink);

    void rectangle(double x, double y, double width, double height, Ink ink);

    /**
     * A filled circle.
     *
     * @param hint what is said of it when it is pointed at; may be empty
     */
    void disc(double x, double y, double radius, Ink ink, String hint);

    /**
     * An arrow along a quadratic curve.
     *
     * @param points x and y of its begin, of the point that bends it, and of its end
     * @param disc whether it ends in a disc, as inhibition is drawn, instead of an arrowhead
     * @param hint what is said of it when it is pointed at; may be empty
     */
    void arrow(double[] points, double width, boolean disc, Ink ink, String hint);

    /** Marks of equal size in the cells of a grid. */
    void cells(Cells cells, Ink ink);

    /** Text with its base line at {@code y}. */
    void text(String words, double x, double y, double size, boolean bold, Ink ink, Anchor anchor);

    /** Text that reads upwards, centred on a point. */
    void upwards(String words, double x, double y, double size, Ink ink);

    /**
     * A grid over a rectangle in which some cells are marked.
     *
     * @param rows from the top
     */
    record Cells(double x, double y, double width, double height, int rows, int columns, Marked marked) {}

    /** Whether a cell is marked. */
    interface Marked {
        boolean at(int row, int column);
    }
}
