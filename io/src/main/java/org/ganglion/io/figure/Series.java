package org.ganglion.io.figure;

import org.ganglion.io.analysis.Histogram;
import org.ganglion.io.figure.drawing.Ink;

/**
 * A line in a chart.
 *
 * @param y what is not a number leaves a gap
 */
public record Series(String name, Ink ink, double[] x, double[] y) {
    public Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException(name + " has " + x.length + " x, but " + y.length + " y");
        }
    }

    /** The outline of a histogram: the share of all values in each bin, per unit. */
    public static Series of(String name, Ink ink, Histogram histogram) {
        int bins = histogram.counts().length;
        double[] x = new double[2 * bins + 2];
        double[] y = new double[2 * bins + 2];
        for (int bin = 0; bin <= bins; bin++) {
            x[2 * bin] = histogram.low() + bin * histogram.width();
            x[2 * bin + 1] = x[2 * bin];
            y[2 * bin] = bin == 0 ? 0 : histogram.density(bin - 1);
            y[2 * bin + 1] = bin == bins ? 0 : histogram.density(bin);
        }
        return new Series(name, ink, x, y);
    }
}
