package org.ganglion.io.plot;

import java.awt.Color;
import org.ganglion.io.plot.Canvas.Anchor;

/** A rectangle of a canvas over a span of time: where a time and a value lie, its frame and its ticks. */
record TimePanel(Canvas canvas, Span span, double left, double top, double width, double height) {
    private static final float SIZE = 12;

    double bottom() {
        return top + height;
    }

    double right() {
        return left + width;
    }

    /** Where a column begins. */
    double x(double column) {
        return left + width * column / span.columns();
    }

    /** Where a value lies when the panel goes from {@code low} to {@code high}. */
    double y(double value, double low, double high) {
        return bottom() - height * (value - low) / (high - low);
    }

    void frame() {
        canvas.line(left, top, left, bottom(), 1, Palette.FRAME);
        canvas.line(left, bottom(), right(), bottom(), 1, Palette.FRAME);
    }

    /** Horizontal lines at round values, with their numbers at the left. */
    void valueTicks(double low, double high, int most) {
        Ticks ticks = Ticks.between(low, high, most);
        for (int i = 0; i < ticks.count(); i++) {
            double y = y(ticks.value(i), low, high);
            canvas.line(left, y, right(), y, 1, Palette.GRID);
            canvas.text(ticks.label(i), left - 8, y + 4, SIZE, false, Palette.FAINT_INK, Anchor.RIGHT);
        }
    }

    /** Vertical lines at round times. */
    void timeGrid() {
        Ticks ticks = ticks();
        for (int i = 0; i < ticks.count(); i++) {
            double x = x(ticks, i);
            canvas.line(x, top, x, bottom(), 1, Palette.GRID);
        }
    }

    /** Round times below the panel, and what they are. */
    void timeLabels() {
        Ticks ticks = ticks();
        for (int i = 0; i < ticks.count(); i++) {
            double x = x(ticks, i);
            canvas.line(x, bottom(), x, bottom() + 4, 1, Palette.FRAME);
            canvas.text(ticks.label(i), x, bottom() + 19, SIZE, false, Palette.FAINT_INK, Anchor.CENTRE);
        }
        String label = seconds() ? "time (s)" : "time (ms)";
        canvas.text(label, left + width / 2, bottom() + 40, 13, false, Palette.INK, Anchor.CENTRE);
    }

    private boolean seconds() {
        return span.endMs() - span.firstMs() >= 10_000;
    }

    private double unitMs() {
        return seconds() ? 1000 : 1;
    }

    private Ticks ticks() {
        return Ticks.between(span.firstMs() / unitMs(), span.endMs() / unitMs(), 10);
    }

    private double x(Ticks ticks, int tick) {
        double share = (ticks.value(tick) * unitMs() - span.firstMs()) / (span.endMs() - span.firstMs());
        return left + width * share;
    }

    /** A sentence in the middle, where there is nothing to see. */
    void say(String words, Color colour) {
        canvas.text(words, left + width / 2, top + height / 2, 15, false, colour, Anchor.CENTRE);
    }
}
