package org.ganglion.io.plot;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ganglion.io.plot.Canvas.Anchor;
import org.ganglion.io.sweep.SweepColumn;

/** One measure over one parameter: means of the trials with the same value, and their standard deviations. */
record SweepLine(
        Canvas canvas,
        Levels levels,
        SweepColumn.Numbers measure,
        double left,
        double top,
        double width,
        double height) {
    private static final Color CURVE = new Color(0x0072b2);
    private static final double DOT = 3;
    private static final double CAP = 4;
    private static final float SIZE = 12;

    private record Point(double place, double mean, double deviation) {}

    void draw() {
        List<Point> points = points();
        double low =
                points.stream().mapToDouble(p -> p.mean() - p.deviation()).min().orElse(0);
        double high =
                points.stream().mapToDouble(p -> p.mean() + p.deviation()).max().orElse(1);
        double room = high > low ? 0.05 * (high - low) : 1;
        double first = low - room;
        double last = high + room;
        SweepAxis axis = SweepAxis.of(levels);
        axis.ticks((share, label) -> {
            double x = left + share * width;
            canvas.line(x, top, x, top + height, 1, Palette.GRID);
            canvas.text(label, x, top + height + 18, SIZE, false, Palette.FAINT_INK, Anchor.CENTRE);
        });
        Ticks ticks = Ticks.between(first, last, 6);
        for (int i = 0; i < ticks.count(); i++) {
            double y = y(ticks.value(i), first, last);
            canvas.line(left, y, left + width, y, 1, Palette.GRID);
            canvas.text(ticks.label(i), left - 8, y + 4, SIZE, false, Palette.FAINT_INK, Anchor.RIGHT);
        }
        curve(points, axis, first, last);
        canvas.line(left, top, left, top + height, 1, Palette.FRAME);
        canvas.line(left, top + height, left + width, top + height, 1, Palette.FRAME);
        canvas.text(levels.title(), left + width / 2, top + height + 42, 13, false, Palette.INK, Anchor.CENTRE);
    }

    private void curve(List<Point> points, SweepAxis axis, double first, double last) {
        Path2D curve = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double x = left + axis.share(point.place()) * width;
            double y = y(point.mean(), first, last);
            if (i == 0) {
                curve.moveTo(x, y);
            } else {
                curve.lineTo(x, y);
            }
            if (point.deviation() > 0) {
                double above = y(point.mean() + point.deviation(), first, last);
                double below = y(point.mean() - point.deviation(), first, last);
                canvas.line(x, above, x, below, 1.2, CURVE);
                canvas.line(x - CAP, above, x + CAP, above, 1.2, CURVE);
                canvas.line(x - CAP, below, x + CAP, below, 1.2, CURVE);
            }
            canvas.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT), CURVE);
        }
        if (points.size() > 1) {
            canvas.draw(curve, 1.4, CURVE);
        }
    }

    private double y(double value, double low, double high) {
        return top + height * (1 - (value - low) / (high - low));
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (int level = 0; level < levels.count(); level++) {
            int which = level;
            double[] values = IntStream.range(0, levels.of().size())
                    .filter(t -> levels.of().get(t) == which)
                    .mapToDouble(t -> measure.values().get(t))
                    .filter(Double::isFinite)
                    .toArray();
            if (values.length > 0) {
                double mean = IntStream.range(0, values.length)
                        .mapToDouble(i -> values[i])
                        .average()
                        .orElse(0);
                double squares = 0;
                for (double value : values) {
                    squares += (value - mean) * (value - mean);
                }
                double deviation = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0;
                points.add(new Point(levels.places().get(level), mean, deviation));
            }
        }
        return points;
    }
}
