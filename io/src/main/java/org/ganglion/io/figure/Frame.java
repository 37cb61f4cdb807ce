package org.ganglion.io.figure;

import org.ganglion.io.figure.drawing.Drawing;
import org.ganglion.io.figure.drawing.Ink;
import org.ganglion.io.plot.Canvas.Anchor;

/** The lines, numbers and names around what a figure shows. */
final class Frame {
    private static final double SIZE = 11;

    private Frame() {}

    /** Draws both axes; {@code y} goes from the bottom up. */
    static void draw(Drawing drawing, Axis x, Axis y, String across, String up) {
        double left = x.from();
        double right = x.to();
        double bottom = y.from();
        double top = y.to();
        for (Axis.Tick tick : y.ticks(5)) {
            drawing.line(left, tick.at(), right, tick.at(), 1, Ink.GRID);
            drawing.text(tick.label(), left - 6, tick.at() + SIZE * 0.35, SIZE, false, Ink.FAINT, Anchor.RIGHT);
        }
        bottom(drawing, x, bottom, across, (int) ((right - left) / 70));
        drawing.line(left, top, left, bottom, 1, Ink.FRAME);
        drawing.upwards(up, 14, (top + bottom) / 2, SIZE + 1, Ink.TEXT);
    }

    /** Draws the axis of x at the bottom. */
    static void bottom(Drawing drawing, Axis x, double bottom, String across, int ticks) {
        for (Axis.Tick tick : x.ticks(ticks)) {
            drawing.line(tick.at(), bottom, tick.at(), bottom + 4, 1, Ink.FRAME);
            drawing.text(tick.label(), tick.at(), bottom + 4 + SIZE + 2, SIZE, false, Ink.FAINT, Anchor.CENTRE);
        }
        drawing.line(x.from(), bottom, x.to(), bottom, 1, Ink.FRAME);
        drawing.text(across, (x.from() + x.to()) / 2, bottom + 2 * SIZE + 14, SIZE + 1, false, Ink.TEXT, Anchor.CENTRE);
    }
}
