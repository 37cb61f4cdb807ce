package org.ganglion.io.figure;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.io.figure.drawing.Drawing;
import org.ganglion.io.figure.drawing.Ink;
import org.ganglion.io.plot.Canvas.Anchor;

/** Names of the lines of a chart, in as many rows as they need. */
final class Legend {
    private static final int LONGEST = 24;
    private static final double LETTER = 6.6; // as wide as one is at most on average
    private static final double KEY = 20;
    private static final double GAP = 14;

    private record Entry(Series series, int row, double x) {}

    private final List<Entry> entries = new ArrayList<>();
    private int rows = 1;

    private Legend() {}

    static Legend of(List<Series> series, double width) {
        Legend legend = new Legend();
        double x = 0;
        for (Series line : series) {
            double needed = KEY + LETTER * shortened(line.name()).length();
            if (x > 0 && x + needed > width) {
                legend.rows++;
                x = 0;
            }
            legend.entries.add(new Entry(line, legend.rows - 1, x));
            x += needed + GAP;
        }
        return legend;
    }

    int rows() {
        return rows;
    }

    void draw(Drawing drawing, double left, double firstBase, double rowHeight, double size) {
        for (Entry entry : entries) {
            double base = firstBase + entry.row() * rowHeight;
            double x = left + entry.x();
            drawing.line(
                    x,
                    base - size / 3,
                    x + KEY - 6,
                    base - size / 3,
                    2.5,
                    entry.series().ink());
            drawing.text(shortened(entry.series().name()), x + KEY, base, size, false, Ink.TEXT, Anchor.LEFT);
        }
    }

    static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "\u2026";
    }
}
