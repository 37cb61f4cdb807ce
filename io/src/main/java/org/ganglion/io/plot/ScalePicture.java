package org.ganglion.io.plot;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ganglion.io.plot.Canvas.Anchor;

/** Draws speed-up over the number of nodes beside the ideal line. */
public final class ScalePicture {
    private static final double LEFT = 84;
    private static final double TOP = 84;
    private static final double WIDTH = 520;
    private static final double HEIGHT = 360;
    private static final double DOT = 4;
    private static final float SIZE = 12;
    private static final List<Color> COLOURS = List.of(new Color(0x0072b2), new Color(0xd55e00));

    /**
     * Figures of one kind.
     *
     * @param points in the order of nodes
     */
    public record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /**
     * One number of nodes.
     *
     * @param readable whether the figure is a speed-up; else it is drawn as a ring
     */
    public record Point(int nodes, double speedUp, boolean readable) {}

    private ScalePicture() {}

    /**
     * Draws it into a file.
     *
     * @return why there is no picture, if there is none
     * @throws IOException if the file cannot be written
     */
    public static Optional<String> write(List<Line> lines, Path file) throws IOException {
        try {
            draw(lines, Canvas.fontsWork()).write(file);
            return Optional.empty();
        } catch (LinkageError | InternalError e) {
            return Optional.of("no picture, because this Java cannot draw: " + e.getMessage());
        }
    }

    private static Canvas draw(List<Line> lines, boolean text) {
        int most = lines.stream()
                .flatMap(l -> l.points().stream())
                .mapToInt(Point::nodes)
                .max()
                .orElse(1);
        int fewest = lines.stream()
                .flatMap(l -> l.points().stream())
                .mapToInt(Point::nodes)
                .min()
                .orElse(1);
        double ideal = (double) most / fewest;
        double high = Math.max(
                        ideal,
                        lines.stream()
                                .flatMap(l -> l.points().stream())
                                .mapToDouble(Point::speedUp)
                                .max()
                                .orElse(1))
                * 1.08;
        Canvas canvas = new Canvas((int) (LEFT + WIDTH + 110), (int) (TOP + HEIGHT + 70), text);
        canvas.text("speed-up", LEFT, 36, 22, true, Palette.INK, Anchor.LEFT);
        boolean rings = lines.stream().flatMap(l -> l.points().stream()).anyMatch(p -> !p.readable());
        canvas.text(
                "dashed: ideal" + (rings ? "; rings: more threads than processors, so no speed-up" : ""),
                LEFT,
                60,
                13,
                false,
                Palette.FAINT_INK,
                Anchor.LEFT);
        Frame frame = new Frame(0, most * 1.05, high);
        int[] nodes = lines.stream()
                .flatMap(l -> l.points().stream())
                .mapToInt(Point::nodes)
                .distinct()
                .toArray();
        grid(canvas, frame, nodes);
        dashed(canvas, frame.x(fewest), frame.y(1), frame.x(most), frame.y(ideal));
        for (int i = 0; i < lines.size(); i++) {
            line(canvas, frame, lines.get(i), COLOURS.get(i % COLOURS.size()), i);
        }
        canvas.text("nodes", LEFT + WIDTH / 2, TOP + HEIGHT + 42, 13, false, Palette.INK, Anchor.CENTRE);
        return canvas;
    }

    /** From 0 to {@code right} across and from 0 to {@code high} up. */
    private record Frame(double low, double right, double high) {
        double x(double nodes) {
            return LEFT + WIDTH * (nodes - low) / (right - low);
        }

        double y(double speedUp) {
            return TOP + HEIGHT * (1 - speedUp / high);
        }
    }

    private static void grid(Canvas canvas, Frame frame, int[] nodes) {
        for (int n : nodes) {
            double x = frame.x(n);
            canvas.line(x, TOP, x, TOP + HEIGHT, 1, Palette.GRID);
            canvas.text(Integer.toString(n), x, TOP + HEIGHT + 18, SIZE, false, Palette.FAINT_INK, Anchor.CENTRE);
        }
        Ticks up = Ticks.between(0, frame.high(), 8);
        for (int i = 0; i < up.count(); i++) {
            double y = frame.y(up.value(i));
            canvas.line(LEFT, y, LEFT + WIDTH, y, 1, Palette.GRID);
            canvas.text(up.label(i), LEFT - 8, y + 4, SIZE, false, Palette.FAINT_INK, Anchor.RIGHT);
        }
        canvas.line(LEFT, TOP, LEFT, TOP + HEIGHT, 1, Palette.FRAME);
        canvas.line(LEFT, TOP + HEIGHT, LEFT + WIDTH, TOP + HEIGHT, 1, Palette.FRAME);
    }

    private static void dashed(Canvas canvas, double x1, double y1, double x2, double y2) {
        int dashes = 40;
        for (int i = 0; i < dashes; i += 2) {
            double a = (double) i / dashes;
            double b = (double) (i + 1) / dashes;
            canvas.line(
                    x1 + a * (x2 - x1),
                    y1 + a * (y2 - y1),
                    x1 + b * (x2 - x1),
                    y1 + b * (y2 - y1),
                    1.2,
                    Palette.FAINT_INK);
        }
    }

    private static void line(Canvas canvas, Frame frame, Line line, Color colour, int index) {
        Path2D curve = new Path2D.Double();
        for (int i = 0; i < line.points().size(); i++) {
            Point point = line.points().get(i);
            double x = frame.x(point.nodes());
            double y = frame.y(point.speedUp());
            if (i == 0) {
                curve.moveTo(x, y);
            } else {
                curve.lineTo(x, y);
            }
            Ellipse2D dot = new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
            if (point.readable()) {
                canvas.fill(dot, colour);
            } else {
                canvas.draw(dot, 1.6, colour);
            }
        }
        if (line.points().size() > 1) {
            canvas.draw(curve, 1.4, colour);
        }
        canvas.text(line.name(), LEFT + WIDTH + 12, TOP + 14 + 18 * index, 13, true, colour, Anchor.LEFT);
    }
}
