package org.ganglion.io.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ganglion.io.figure.drawing.Drawing;
import org.ganglion.io.figure.drawing.Figure;
import org.ganglion.io.figure.drawing.Ink;
import org.ganglion.io.plot.Canvas.Anchor;

/**
 * Lines over a common axis, with a legend.
 *
 * @param title what it shows
 * @param description what is to be seen in it, in words
 * @param across name and unit of x
 * @param up name and unit of y
 * @param logarithmic whether both axes are; values that are not above 0 are then left out
 * @param fromZero whether y begins at 0
 */
record Chart(
        String title,
        String description,
        String across,
        String up,
        boolean logarithmic,
        boolean fromZero,
        List<Series> series) {
    static final int WIDTH = 480;
    private static final int PLOT_HEIGHT = 210;
    private static final int LEFT = 62;
    private static final int RIGHT = 14;
    private static final int BOTTOM = 42;
    private static final double SIZE = 12;
    private static final int ROW = 17;

    Chart {
        series = List.copyOf(series);
    }

    Figure figure() {
        Legend legend = Legend.of(series, WIDTH - LEFT - RIGHT);
        int top = 26 + (series.size() > 1 ? legend.rows() * ROW : 0);
        return new Figure(title, description, WIDTH, top + PLOT_HEIGHT + BOTTOM, drawing -> draw(drawing, legend, top));
    }

    private void draw(Drawing drawing, Legend legend, int top) {
        drawing.text(title, LEFT, 16, SIZE + 1, true, Ink.TEXT, Anchor.LEFT);
        if (series.size() > 1) {
            legend.draw(drawing, LEFT, 26 + SIZE - 1, ROW, SIZE);
        }
        Axis x = axis(series.stream().flatMapToDouble(s -> Arrays.stream(s.x())), LEFT, WIDTH - RIGHT, false);
        Axis y = axis(series.stream().flatMapToDouble(s -> Arrays.stream(s.y())), top + PLOT_HEIGHT, top, fromZero);
        Frame.draw(drawing, x, y, across, up);
        for (Series line : series) {
            drawing.polyline(
                    Arrays.stream(line.x())
                            .map(v -> usable(v) ? x.at(v) : Double.NaN)
                            .toArray(),
                    places(line, y),
                    1.4,
                    line.ink());
        }
    }

    private double[] places(Series line, Axis y) {
        double[] places = new double[line.y().length];
        for (int i = 0; i < places.length; i++) {
            places[i] = usable(line.y()[i]) && usable(line.x()[i]) ? y.at(line.y()[i]) : Double.NaN;
        }
        return places;
    }

    private boolean usable(double value) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    private Axis axis(DoubleStream all, double from, double to, boolean zero) {
        double[] values = all.filter(this::usable).sorted().toArray();
        double low = values.length == 0 ? (logarithmic ? 1 : 0) : values[0];
        double high = values.length == 0 ? (logarithmic ? 10 : 1) : values[values.length - 1];
        if (logarithmic) {
            return Axis.logarithmic(low, high, from, to);
        }
        return Axis.linear(zero ? Math.min(0, low) : low, zero ? Math.max(high * 1.04, 1e-12) : high, from, to);
    }
}
