package org.ganglion.io.plot;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import org.ganglion.io.plot.Canvas.Anchor;
import org.ganglion.io.plot.TraceSample.Trace;

/** Draws a sampled variable of a few neurons over time, one panel below the other, with ticks where they spiked. */
final class TracePicture {
    private static final double PANEL_WIDTH = Span.LARGEST_COLUMNS / (double) Canvas.SCALE;
    private static final double PANEL_HEIGHT = 120;
    private static final double GAP = 18;
    private static final double LEFT = 84;
    private static final double TOP = 84;
    private static final double BOTTOM = 58;
    private static final double SPIKE_SHARE = 0.16; // of a panel's height, above the trace
    private static final Color SPIKE = new Color(0xd55e00);
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072b2), new Color(0x009e73), new Color(0x1f4e79), new Color(0x8a6fb0), new Color(0x56606b));

    private final TraceSample sample;
    private final String title;

    TracePicture(TraceSample sample, String title) {
        this.sample = sample;
        this.title = title;
    }

    /** Draws everything, with or without text. */
    Canvas draw(boolean text) {
        int size = sample.traces().size();
        int height = (int) (TOP + size * PANEL_HEIGHT + (size - 1) * GAP + BOTTOM);
        Canvas ruler = new Canvas(1, 1, text);
        double names = sample.traces().stream()
                .mapToDouble(trace -> ruler.width(name(trace), 13, true))
                .max()
                .orElse(0);
        int width = (int) (LEFT + PANEL_WIDTH + Math.clamp(names + 28, 40, 240));
        Canvas canvas = new Canvas(width, height, text);
        canvas.text(title, LEFT, 36, 22, true, Palette.INK, Anchor.LEFT);
        Trace example = sample.traces().getFirst();
        boolean spiked = sample.traces().stream().anyMatch(TracePicture::spiked);
        String subtitle =
                example.variable + (spiked ? " of single neurons, spikes marked above" : " of single neurons");
        canvas.text(subtitle, LEFT, 60, 13, false, Palette.FAINT_INK, Anchor.LEFT);
        double[] range = range();
        for (int i = 0; i < size; i++) {
            double top = TOP + i * (PANEL_HEIGHT + GAP);
            TimePanel panel = new TimePanel(canvas, sample.span(), LEFT, top, PANEL_WIDTH, PANEL_HEIGHT);
            trace(panel, sample.traces().get(i), range[0], range[1], COLOURS.get(i % COLOURS.size()));
            if (i == size - 1) {
                panel.timeLabels();
            }
        }
        String axis = example.unit.isEmpty() ? example.variable : example.variable + " (" + example.unit + ")";
        canvas.upwards(axis, LEFT - 56, (TOP + height - BOTTOM) / 2, 13, Palette.INK);
        return canvas;
    }

    private static boolean spiked(Trace trace) {
        for (boolean spike : trace.spikes) {
            if (spike) {
                return true;
            }
        }
        return false;
    }

    /** Lowest and highest value of all traces, with room for the marks of spikes. */
    private double[] range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Trace trace : sample.traces()) {
            for (int column = 0; column < sample.span().columns(); column++) {
                if (trace.sampledIn(column)) {
                    low = Math.min(low, trace.low[column]);
                    high = Math.max(high, trace.high[column]);
                }
            }
        }
        if (low > high) {
            return new double[] {0, 1};
        }
        double size = high - low > 1e-6 * Math.max(1, Math.abs(high)) ? high - low : 1;
        return new double[] {low - 0.06 * size, high + (0.06 + SPIKE_SHARE / (1 - SPIKE_SHARE)) * size};
    }

    private void trace(TimePanel panel, Trace trace, double low, double high, Color colour) {
        panel.timeGrid();
        panel.valueTicks(low, high, 4);
        Path2D curve = new Path2D.Double();
        boolean begun = false;
        for (int column = 0; column < sample.span().columns(); column++) {
            if (!trace.sampledIn(column)) {
                continue;
            }
            double x = panel.x(column + 1);
            double first = panel.y(trace.first[column], low, high);
            if (begun) {
                curve.lineTo(x, first);
            } else {
                curve.moveTo(x, first);
                begun = true;
            }
            if (trace.low[column] < trace.high[column]) {
                curve.lineTo(x, panel.y(trace.low[column], low, high));
                curve.lineTo(x, panel.y(trace.high[column], low, high));
                curve.lineTo(x, panel.y(trace.last[column], low, high));
            }
        }
        panel.canvas().draw(curve, 1.4, colour);
        for (int column = 0; column < sample.span().columns(); column++) {
            if (trace.spikes[column]) {
                double x = panel.x(column + 1);
                panel.canvas().line(x, panel.top() + 2, x, panel.top() + PANEL_HEIGHT * SPIKE_SHARE - 3, 1.6, SPIKE);
            }
        }
        panel.frame();
        double middle = panel.top() + panel.height() / 2 + 4;
        panel.canvas().text(name(trace), panel.right() + 12, middle, 13, true, colour, Anchor.LEFT);
        if (!begun) {
            panel.say("no samples", Palette.FAINT_INK);
        }
    }

    private static String name(Trace trace) {
        return trace.population + " " + trace.neuron;
    }
}
