package org.ganglion.io.figure;

import java.util.Arrays;
import java.util.List;
import org.ganglion.io.analysis.Histogram;
import org.ganglion.io.analysis.WeightCourse;
import org.ganglion.io.figure.drawing.Drawing;
import org.ganglion.io.figure.drawing.Figure;
import org.ganglion.io.figure.drawing.Ink;
import org.ganglion.io.plot.Canvas.Anchor;

/** Charts of weights that were recorded. */
final class WeightCharts {
    private static final int WIDTH = Chart.WIDTH;
    private static final int LEFT = 62;
    private static final int RIGHT = 14;
    private static final int TOP = 46;
    private static final int HEIGHT = 210;
    private static final int BINS = 50;
    private static final Ink LINE = Ink.of(new java.awt.Color(0x0072b2));
    private static final Ink BEGIN = Ink.of(new java.awt.Color(0x8c8c8c));

    private WeightCharts() {}

    /** Quantiles over time; an empty list where there is but one time. */
    static List<Figure> overTime(WeightCourse course) {
        if (course.timesMs().length < 2) {
            return List.of();
        }
        return List.of(new Figure(
                "Weights over time, " + course.projection(),
                "Median, middle half and middle nine tenths of the weights of " + course.projection(),
                WIDTH,
                TOP + HEIGHT + 42,
                drawing -> course(drawing, course)));
    }

    private static void course(Drawing drawing, WeightCourse course) {
        double[] times = course.timesMs();
        double[][] quantiles = course.quantiles();
        Axis x = Axis.linear(times[0], times[times.length - 1], LEFT, WIDTH - (double) RIGHT);
        double low = Arrays.stream(quantiles[0]).min().orElse(0);
        double high = Arrays.stream(quantiles[4]).max().orElse(1);
        double room = Math.max(1e-9, 0.04 * Math.max(high - low, Math.abs(high)));
        Axis y = Axis.linear(low - room, high + room, TOP + (double) HEIGHT, TOP);
        drawing.text(
                "Weights over time, " + Legend.shortened(course.projection()),
                LEFT,
                16,
                13,
                true,
                Ink.TEXT,
                Anchor.LEFT);
        drawing.text("median, half and nine tenths of all", LEFT, 35, 12, false, Ink.FAINT, Anchor.LEFT);
        Frame.draw(drawing, x, y, "time (ms)", "weight (" + course.units() + ")");
        double[] at = Arrays.stream(times).map(x::at).toArray();
        double[][] lines = Arrays.stream(quantiles)
                .map(q -> Arrays.stream(q).map(y::at).toArray())
                .toArray(double[][]::new);
        drawing.band(at, lines[0], lines[4], LINE.withAlpha(0.18));
        drawing.band(at, lines[1], lines[3], LINE.withAlpha(0.32));
        drawing.polyline(at, lines[2], 2, LINE);
    }

    /** Distribution at the first and at the last time. */
    static Figure distribution(WeightCourse course) {
        Extent all = Extent.of(course.first(), course.last());
        double room = all.high() > all.low() ? 0 : Math.max(1e-6, Math.abs(all.low()) / 2);
        Histogram last = Histogram.of(course.last(), all.low() - room, all.high() + room, BINS);
        Histogram first = Histogram.of(course.first(), all.low() - room, all.high() + room, BINS);
        double[] times = course.timesMs();
        Series end = Series.of(times.length == 0 ? "at the end" : at(times[times.length - 1]), LINE, last);
        List<Series> series = times.length < 2 ? List.of(end) : List.of(Series.of(at(times[0]), BEGIN, first), end);
        return new Chart(
                        "Weights, " + Legend.shortened(course.projection()),
                        "Distribution of the weights of " + course.projection(),
                        "weight (" + course.units() + ")",
                        "density",
                        false,
                        true,
                        series)
                .figure();
    }

    private static String at(double ms) {
        return "at " + (ms == Math.rint(ms) ? Long.toString((long) ms) : Double.toString(ms)) + " ms";
    }
}
