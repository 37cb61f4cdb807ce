package org.ganglion.io.figure.drawing;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.ganglion.io.plot.Canvas;
import org.ganglion.io.plot.Canvas.Anchor;

/** Draws into pixels; hints are left out. */
final class CanvasDrawing implements Drawing {
    private final Canvas canvas;

    CanvasDrawing(Canvas canvas) {
        this.canvas = canvas;
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, double width, Ink ink) {
        canvas.line(x1, y1, x2, y2, width, ink.colour());
    }

    @Override
    public void polyline(double[] x, double[] y, double width, Ink ink) {
        Path2D path = new Path2D.Double();
        boolean drawn = false;
        for (int i = 0; i < x.length; i++) {
            boolean there = Double.isFinite(y[i]);
            if (there && drawn) {
                path.lineTo(x[i], y[i]);
            } else if (there) {
                path.moveTo(x[i], y[i]);
            }
            drawn = there;
        }
        canvas.draw(path, width, ink.colour());
    }

    @Override
    public void band(double[] x, double[] low, double[] high, Ink ink) {
        if (x.length == 0) {
            return;
        }
        Path2D path = new Path2D.Double();
        path.moveTo(x[0], low[0]);
        for (int i = 1; i < x.length; i++) {
            path.lineTo(x[i], low[i]);
        }
        for (int i = x.length - 1; i >= 0; i--) {
            path.lineTo(x[i], high[i]);
        }
        path.closePath();
        canvas.fill(path, ink.colour());
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Ink ink) {
        canvas.fill(x, y, width, height, ink.colour());
    }

    @Override
    public void disc(double x, double y, double radius, Ink ink, String hint) {
        canvas.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), ink.colour());
    }

    @Override
    public void arrow(double[] points, double width, boolean disc, Ink ink, String hint) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        path.quadTo(points[2], points[3], points[4], points[5]);
        canvas.draw(path, width, ink.colour());
        if (disc) {
            disc(points[4], points[5], ArrowHead.radius(width), ink, hint);
        } else {
            double[] corners = ArrowHead.corners(points, width);
            Path2D head = new Path2D.Double();
            head.moveTo(corners[0], corners[1]);
            head.lineTo(corners[2], corners[3]);
            head.lineTo(corners[4], corners[5]);
            head.closePath();
            canvas.fill(head, ink.colour());
        }
    }

    @Override
    public void cells(Cells cells, Ink ink) {
        double wide = cells.width() * Canvas.SCALE / cells.columns();
        double high = cells.height() * Canvas.SCALE / cells.rows();
        int width = (int) Math.max(1, Math.round(wide));
        int height = Math.clamp(Math.round(high * 0.8), 1, 4 * Canvas.SCALE);
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                if (cells.marked().at(row, column)) {
                    canvas.pixels(
                            (int) (cells.x() * Canvas.SCALE + column * wide),
                            (int) (cells.y() * Canvas.SCALE + (row + 0.5) * high - height / 2.0),
                            Math.min(width, 2),
                            height,
                            ink.colour());
                }
            }
        }
    }

    @Override
    public void text(String words, double x, double y, double size, boolean bold, Ink ink, Anchor anchor) {
        canvas.text(words, x, y, (float) size, bold, ink.colour(), anchor);
    }

    @Override
    public void upwards(String words, double x, double y, double size, Ink ink) {
        canvas.upwards(words, x, y, (float) size, ink.colour());
    }
}
