package org.ganglion.io.plot;

import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ganglion.io.plot.Canvas.Anchor;
import org.ganglion.io.sweep.SweepColumn;
import org.ganglion.io.sweep.SweepTable;

/**
 * Draws the measures of a sweep, a panel each: over one parameter as a line of means with standard deviations, over two as
 * a map of means, over two that were drawn as dots. Seeds and further parameters are what means are over.
 */
public final class SweepPicture {
    private static final double PANEL = 480; // with what is beside it
    private static final double HEIGHT = 240;
    private static final double LEFT = 84;
    private static final double RIGHT = 24;
    private static final double RIGHT_OF_MAP = 96; // where the bar of shades is
    private static final double TOP = 92;
    private static final double BELOW = 88;
    private static final int MOST_PANELS = 12;
    private static final int ACROSS = 3;
    private static final int MOST_LABELS = 8;
    private static final float SIZE = 12;
    private static final double DOT = 4;

    private final SweepTable table;
    private final String title;
    private final List<Levels> axes;
    private final List<SweepColumn.Numbers> measures;
    private final double width; // of a panel's frame

    private SweepPicture(SweepTable table, String title) {
        this.table = table;
        this.title = title;
        this.axes = table.parameters().stream()
                .map(column -> Levels.of(column, table.size()))
                .filter(levels -> levels.count() > 1)
                .limit(2)
                .toList();
        this.measures = table.measures().stream()
                .filter(column -> column.values().stream().anyMatch(Double::isFinite))
                .limit(MOST_PANELS)
                .toList();
        this.width = PANEL - LEFT - (axes.size() == 1 ? RIGHT : RIGHT_OF_MAP);
    }

    /**
     * Draws it into a file, if there is something to draw.
     *
     * @return why there is no picture, or no text in it
     * @throws IOException if the file cannot be written
     */
    public static Optional<String> write(SweepTable table, String title, Path file) throws IOException {
        SweepPicture picture = new SweepPicture(table, title);
        if (picture.axes.isEmpty() || picture.measures.isEmpty()) {
            return Optional.of("no picture, because "
                    + (picture.axes.isEmpty() ? "no parameter has several values" : "no trial has results"));
        }
        try {
            boolean text = Canvas.fontsWork();
            picture.draw(text).write(file);
            return text
                    ? Optional.empty()
                    : Optional.of("the picture has no text, because Java finds no fonts here; install fontconfig and a"
                            + " font");
        } catch (LinkageError | InternalError e) {
            return Optional.of("no picture, because this Java cannot draw: " + e.getMessage());
        }
    }

    private Canvas draw(boolean text) {
        int across = measures.size() == 4 ? 2 : Math.min(ACROSS, measures.size());
        int down = (measures.size() + across - 1) / across;
        Canvas canvas = new Canvas((int) (across * PANEL), (int) (TOP + down * (HEIGHT + BELOW)), text);
        canvas.text(title, LEFT, 36, 22, true, Palette.INK, Anchor.LEFT);
        canvas.text(subtitle(), LEFT, 58, 13, false, Palette.FAINT_INK, Anchor.LEFT);
        for (int i = 0; i < measures.size(); i++) {
            double left = LEFT + i % across * PANEL;
            int row = i / across;
            double top = TOP + row * (HEIGHT + BELOW);
            SweepColumn.Numbers measure = measures.get(i);
            canvas.text(measure.title(), left, top - 8, 14, true, Palette.INK, Anchor.LEFT);
            if (axes.size() == 1) {
                new SweepLine(canvas, axes.getFirst(), measure, left, top, width, HEIGHT).draw();
            } else {
                map(canvas, measure, left, top);
            }
        }
        return canvas;
    }

    private String subtitle() {
        int done = table.count(SweepTable.DONE);
        String text = done + " of " + table.size() + " trials";
        boolean means = done > axes.stream().mapToInt(Levels::count).reduce(1, (a, b) -> a * b);
        return means ? text + ", means" + (axes.size() == 1 ? " and standard deviations" : "") : text;
    }

    private void map(Canvas canvas, SweepColumn.Numbers measure, double left, double top) {
        double low = finite(measure).min().orElse(0);
        double high = finite(measure).max().orElse(1);
        double span = high > low ? high - low : 1;
        canvas.fill(left, top, width, HEIGHT, table.design().drawn() ? Palette.PAPER : Shades.NONE);
        if (table.design().drawn()) {
            dots(canvas, measure, left, top, low, span);
        } else {
            cells(canvas, measure, left, top, low, span);
        }
        canvas.line(left, top, left, top + HEIGHT, 1, Palette.FRAME);
        canvas.line(left, top + HEIGHT, left + width, top + HEIGHT, 1, Palette.FRAME);
        bar(canvas, left + width + 14, top, low, low + span);
        canvas.text(axes.get(0).title(), left + width / 2, top + HEIGHT + 42, 13, false, Palette.INK, Anchor.CENTRE);
        canvas.upwards(axes.get(1).title(), left - 58, top + HEIGHT / 2, 13, Palette.INK);
    }

    private static DoubleStream finite(SweepColumn.Numbers measure) {
        return measure.values().stream().mapToDouble(Double::doubleValue).filter(Double::isFinite);
    }

    /** The mean of all trials of each pair of values. */
    private void cells(Canvas canvas, SweepColumn.Numbers measure, double left, double top, double low, double span) {
        Levels across = axes.get(0);
        Levels up = axes.get(1);
        double cellWidth = width / across.count();
        double height = HEIGHT / up.count();
        for (int x = 0; x < across.count(); x++) {
            for (int y = 0; y < up.count(); y++) {
                int column = x;
                int row = y;
                double mean = IntStream.range(0, table.size())
                        .filter(t -> across.of().get(t) == column && up.of().get(t) == row)
                        .mapToDouble(t -> measure.values().get(t))
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN);
                if (Double.isFinite(mean)) {
                    double cellTop = top + HEIGHT - (y + 1) * height;
                    canvas.fill(
                            left + x * cellWidth,
                            cellTop,
                            cellWidth + 0.5,
                            height + 0.5,
                            Shades.at((mean - low) / span));
                }
            }
        }
        labels(
                across,
                (i, label) -> canvas.text(
                        label,
                        left + (i + 0.5) * cellWidth,
                        top + HEIGHT + 18,
                        SIZE,
                        false,
                        Palette.FAINT_INK,
                        Anchor.CENTRE));
        labels(
                up,
                (i, label) -> canvas.text(
                        label,
                        left - 8,
                        top + HEIGHT - (i + 0.5) * height + 4,
                        SIZE,
                        false,
                        Palette.FAINT_INK,
                        Anchor.RIGHT));
    }

    private interface Label {
        void draw(int level, String text);
    }

    /** Every so many, so that they do not run into each other. */
    private static void labels(Levels levels, Label label) {
        int every = (levels.count() + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = 0; i < levels.count(); i += every) {
            label.draw(i, levels.labels().get(i));
        }
    }

    private void dots(Canvas canvas, SweepColumn.Numbers measure, double left, double top, double low, double span) {
        SweepAxis across = SweepAxis.of(axes.get(0));
        SweepAxis up = SweepAxis.of(axes.get(1));
        across.ticks((share, label) -> {
            double x = left + share * width;
            canvas.line(x, top, x, top + HEIGHT, 1, Palette.GRID);
            canvas.text(label, x, top + HEIGHT + 18, SIZE, false, Palette.FAINT_INK, Anchor.CENTRE);
        });
        up.ticks((share, label) -> {
            double y = top + HEIGHT * (1 - share);
            canvas.line(left, y, left + width, y, 1, Palette.GRID);
            canvas.text(label, left - 8, y + 4, SIZE, false, Palette.FAINT_INK, Anchor.RIGHT);
        });
        for (int trial = 0; trial < table.size(); trial++) {
            double value = measure.values().get(trial);
            if (Double.isFinite(value)) {
                double x = left + across.share(axes.get(0).place(trial)) * width;
                double y = top + HEIGHT * (1 - up.share(axes.get(1).place(trial)));
                canvas.fill(new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT), Shades.at((value - low) / span));
            }
        }
    }

    private static void bar(Canvas canvas, double left, double top, double low, double high) {
        int parts = 60;
        double part = HEIGHT / parts;
        for (int i = 0; i < parts; i++) {
            canvas.fill(left, top + HEIGHT - (i + 1) * part, 10, part + 0.5, Shades.at((i + 0.5) / parts));
        }
        canvas.text(number(high), left + 16, top + 9, SIZE, false, Palette.FAINT_INK, Anchor.LEFT);
        canvas.text(number(low), left + 16, top + HEIGHT, SIZE, false, Palette.FAINT_INK, Anchor.LEFT);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return size != 0 && (size >= 1e5 || size < 1e-3)
                ? String.format(Locale.ROOT, "%.2e", value)
                : String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.3f", value);
    }
}
