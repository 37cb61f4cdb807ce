package org.ganglion.io.figure;

import java.util.Arrays;
import org.ganglion.io.analysis.Traces;
import org.ganglion.io.figure.drawing.Drawing;
import org.ganglion.io.figure.drawing.Figure;
import org.ganglion.io.figure.drawing.Ink;
import org.ganglion.io.plot.Canvas.Anchor;

/** A state variable of some neurons over time, a strip for each. */
final class TraceFigure {
    private static final int WIDTH = 960;
    private static final int LEFT = 78;
    private static final int RIGHT = 16;
    private static final int TOP = 30;
    private static final int STRIP = 92;
    private static final int GAP = 12;

    private TraceFigure() {}

    static Figure of(Traces traces, PopulationInks inks) {
        int strips = Math.max(1, traces.nodes().length);
        String title = traces.variable() + " of " + Legend.shortened(traces.population());
        double[] times = traces.timesMs();
        String part = traces.complete() || times.length == 0
                ? ""
                : " The samples of " + times.length + " times from " + times[0] + " ms on are shown.";
        return new Figure(
                title,
                "Of " + traces.nodes().length + " neurons, over time." + part,
                WIDTH,
                TOP + strips * (STRIP + GAP) + 36,
                drawing -> draw(drawing, traces, title, inks));
    }

    private static void draw(Drawing drawing, Traces traces, String title, PopulationInks inks) {
        drawing.text(title, LEFT, 18, 14, true, Ink.TEXT, Anchor.LEFT);
        double[] times = traces.timesMs();
        if (times.length == 0) {
            drawing.text("no samples in this part of the run", LEFT, TOP + 20.0, 12, false, Ink.FAINT, Anchor.LEFT);
            return;
        }
        Axis x = Axis.linear(times[0], times[times.length - 1], LEFT, WIDTH - (double) RIGHT);
        double[] at = Arrays.stream(times).map(x::at).toArray();
        Extent all = Extent.of(traces.values());
        Ink ink = inks.of(traces.population());
        for (int n = 0; n < traces.nodes().length; n++) {
            double top = TOP + n * (double) (STRIP + GAP);
            Axis y = Axis.linear(all.low(), all.high(), top + STRIP, top);
            for (Axis.Tick tick : y.ticks(4)) {
                drawing.line(LEFT, tick.at(), WIDTH - (double) RIGHT, tick.at(), 1, Ink.GRID);
                drawing.text(tick.label(), LEFT - 6.0, tick.at() + 4, 11, false, Ink.FAINT, Anchor.RIGHT);
            }
            double[] values = Arrays.stream(traces.values()[n]).map(y::at).toArray();
            drawing.polyline(at, values, 1.2, ink);
            drawing.text(
                    "neuron " + traces.nodes()[n],
                    WIDTH - (double) RIGHT - 2,
                    top - 2, // in the gap, where no trace runs through it
                    11,
                    false,
                    Ink.TEXT,
                    Anchor.RIGHT);
        }
        double bottom = TOP + traces.nodes().length * (double) (STRIP + GAP) - GAP;
        Frame.bottom(drawing, x, bottom, "time (ms)", 10);
        String unit = traces.units().equals("1") ? "" : " (" + traces.units() + ")";
        drawing.upwards(traces.variable() + unit, 16, (TOP + bottom) / 2, 12, Ink.TEXT);
    }
}
