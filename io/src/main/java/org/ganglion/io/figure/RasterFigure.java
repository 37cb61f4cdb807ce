package org.ganglion.io.figure;

import java.util.List;
import org.ganglion.io.analysis.Activity;
import org.ganglion.io.analysis.Marks;
import org.ganglion.io.analysis.StepWindow;
import org.ganglion.io.figure.drawing.Drawing;
import org.ganglion.io.figure.drawing.Figure;
import org.ganglion.io.figure.drawing.Ink;
import org.ganglion.io.plot.Canvas.Anchor;
import org.ganglion.io.plot.RasterSample;

/** Spikes of some neurons of each population, a row for each neuron. */
final class RasterFigure {
    private static final int WIDTH = 960;
    private static final int RIGHT = 16;
    private static final int TOP = 30;
    private static final int BOTTOM = 42;
    private static final int HEIGHT = 440;
    private static final int SMALLEST = 60;
    private static final int MOST_COLUMNS = 900; // as many as can be told apart

    private final List<Activity> activities;
    private final PopulationInks inks;
    private final StepWindow window;
    private final int left;
    private final int height;

    private RasterFigure(List<Activity> activities, PopulationInks inks, StepWindow window) {
        this.activities = activities;
        this.inks = inks;
        this.window = window;
        int letters = activities.stream()
                .mapToInt(a -> Legend.shortened(a.population()).length())
                .max()
                .orElse(0);
        this.left = 24 + 8 * letters;
        int neurons = activities.stream().mapToInt(Activity::neurons).sum();
        this.height = Math.clamp(8L * neurons, SMALLEST, HEIGHT);
    }

    static Figure of(List<Activity> activities, PopulationInks inks, StepWindow window) {
        RasterFigure raster = new RasterFigure(activities, inks, window);
        int shown = activities.stream().mapToInt(a -> a.marks().rows()).sum();
        return new Figure(
                "Spikes",
                "A row for each of " + Math.min(shown, RasterSample.LARGEST_ROWS)
                        + " neurons at most, a mark for each of their spikes",
                WIDTH,
                TOP + raster.height + BOTTOM,
                raster::draw);
    }

    private void draw(Drawing drawing) {
        drawing.text("Spikes", left, 18, 14, true, Ink.TEXT, Anchor.LEFT);
        int[] shares = RasterSample.shares(
                activities.stream().mapToInt(Activity::neurons).toArray());
        int rows = Math.max(1, java.util.Arrays.stream(shares).sum());
        double y = TOP;
        Axis x = Axis.linear(window.firstMs(), window.endMs(), left, WIDTH - RIGHT);
        for (int i = 0; i < shares.length; i++) {
            Activity activity = activities.get(i);
            double high = height * shares[i] / (double) rows;
            band(drawing, activity, x, y, high, shares[i]);
            y += high;
            if (i + 1 < shares.length) {
                drawing.line(left, y, WIDTH - RIGHT, y, 1, Ink.GRID);
            }
        }
        Frame.bottom(drawing, x, TOP + height, "time (ms)", 10);
        drawing.line(left, TOP, left, TOP + (double) height, 1, Ink.FRAME);
    }

    private void band(Drawing drawing, Activity activity, Axis x, double y, double high, int share) {
        Ink ink = inks.of(activity.population());
        drawing.text(
                Legend.shortened(activity.population()), left - 8.0, y + high / 2 + 4, 12, true, ink, Anchor.RIGHT);
        Marks marks = activity.marks();
        int rows = Math.min(marks.rows(), Math.min(share, (int) Math.max(1, high)));
        if (rows == 0) {
            return;
        }
        double begin = x.at(activity.window().firstMs());
        double end = x.at(activity.window().endMs());
        int step = marks.rows() / rows;
        int joined = (marks.columns() + MOST_COLUMNS - 1) / MOST_COLUMNS;
        drawing.cells(
                new Drawing.Cells(
                        begin,
                        y,
                        Math.max(1, end - begin),
                        high,
                        rows,
                        (marks.columns() + joined - 1) / joined,
                        (row, column) -> any(marks, row * step, column * joined, joined)),
                ink);
    }

    private static boolean any(Marks marks, int row, int first, int columns) {
        for (int column = first; column < Math.min(first + columns, marks.columns()); column++) {
            if (marks.at(row, column)) {
                return true;
            }
        }
        return false;
    }
}
