package org.ganglion.io.plot;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;
import org.ganglion.io.plot.Canvas.Anchor;
import org.ganglion.io.plot.RasterSample.Band;

/** Draws spikes of neurons as dots, one row per neuron, above the rates of their populations. */
final class RasterPicture {
    private static final double PANEL_WIDTH = Span.LARGEST_COLUMNS / (double) Canvas.SCALE;
    private static final double RASTER_HEIGHT = RasterSample.LARGEST_ROWS / (double) Canvas.SCALE;
    private static final double LARGEST_ROW_HEIGHT = 22;
    private static final double SMALLEST_RASTER_HEIGHT = 66;
    private static final double RATES_HEIGHT = 170;
    private static final double TOP = 84;
    private static final double GAP = 26;
    private static final double BOTTOM = 58;
    private static final double LINE_OF_TEXT = 15;
    private static final float SIZE = 13;
    private static final int SHADES = 8;

    private final RasterSample sample;
    private final String title;
    private final List<Color> colours;

    RasterPicture(RasterSample sample, String title) {
        this.sample = sample;
        this.title = title;
        this.colours = Palette.of(sample.bands());
    }

    /** Draws everything, with or without text. */
    Canvas draw(boolean text) {
        Canvas ruler = new Canvas(1, 1, text);
        double names = sample.bands().stream()
                .mapToDouble(band -> ruler.width(shortened(band.name()), SIZE, true))
                .max()
                .orElse(0);
        int left = (int) Math.ceil(Math.max(76, names + 28));
        int right = 84;
        int width = left + (int) PANEL_WIDTH + right;
        double rasterHeight = Math.clamp(sample.rows() * LARGEST_ROW_HEIGHT, SMALLEST_RASTER_HEIGHT, RASTER_HEIGHT);
        int height = (int) (TOP + rasterHeight + GAP + RATES_HEIGHT + BOTTOM);
        Canvas canvas = new Canvas(width, height, text);
        TimePanel raster = new TimePanel(canvas, sample.span(), left, TOP, PANEL_WIDTH, rasterHeight);
        double ratesTop = raster.bottom() + GAP;
        TimePanel rates = new TimePanel(canvas, sample.span(), left, ratesTop, PANEL_WIDTH, RATES_HEIGHT);
        heading(canvas, left, left + PANEL_WIDTH);
        raster(raster);
        rates(rates);
        return canvas;
    }

    private void heading(Canvas canvas, double left, double right) {
        canvas.text(title, left, 36, 22, true, Palette.INK, Anchor.LEFT);
        canvas.text(subtitle(), left, 60, SIZE, false, Palette.FAINT_INK, Anchor.LEFT);
        double x = right;
        for (Effect effect : List.of(Effect.INHIBITS, Effect.EXCITES)) {
            boolean present = sample.bands().stream().anyMatch(band -> band.effect() == effect);
            if (present && canvas.hasText()) {
                String words = effect == Effect.EXCITES ? "excitatory" : "inhibitory";
                canvas.text(words, x, 60, SIZE, false, Palette.FAINT_INK, Anchor.RIGHT);
                x -= canvas.width(words, SIZE, false) + 16;
                canvas.fill(x, 51, 10, 10, Palette.of(effect));
                x -= 20;
            }
        }
    }

    private String subtitle() {
        Span span = sample.span();
        String time = span.seconds() >= 10
                ? String.format(Locale.ROOT, "%,.4g s", span.seconds())
                : String.format(Locale.ROOT, "%,.0f ms", span.seconds() * 1000);
        String neurons =
                String.format(Locale.ROOT, "%,d %s", sample.neurons(), sample.neurons() == 1 ? "neuron" : "neurons");
        String shown =
                sample.rows() < sample.neurons() ? String.format(Locale.ROOT, " (%,d shown)", sample.rows()) : "";
        String spikes =
                String.format(Locale.ROOT, "%,d %s", sample.spikes(), sample.spikes() == 1 ? "spike" : "spikes");
        return time + "  ·  " + neurons + shown + "  ·  " + spikes;
    }

    private void raster(TimePanel panel) {
        panel.timeGrid();
        double rowHeight = panel.height() / Math.max(1, sample.rows());
        int dot = dotPixels();
        double free = Double.NEGATIVE_INFINITY; // where the last name ended
        for (int b = 0; b < sample.bands().size(); b++) {
            Band band = sample.bands().get(b);
            double top = panel.top() + band.firstRow() * rowHeight;
            double middle = top + band.rows() * rowHeight / 2 + 5;
            if (b > 0) {
                panel.canvas()
                        .line(
                                panel.left(),
                                top,
                                panel.right(),
                                top,
                                1,
                                sample.bands().size() > 20 ? Palette.GRID : Palette.FRAME);
            }
            dots(panel, band, colours.get(b), dot);
            if (middle - free >= LINE_OF_TEXT) {
                String name = shortened(band.name());
                panel.canvas().text(name, panel.left() - 12, middle, SIZE, true, colours.get(b), Anchor.RIGHT);
                String rate = rate(sample.rateHz(b));
                panel.canvas().text(rate, panel.right() + 10, middle, SIZE, false, colours.get(b), Anchor.LEFT);
                free = middle;
            }
        }
        panel.frame();
        if (sample.spikes() == 0) {
            panel.say("no spikes", Palette.FAINT_INK);
        }
    }

    private void dots(TimePanel panel, Band band, Color colour, int dot) {
        double rowPixels = panel.height() * Canvas.SCALE / sample.rows();
        double columnPixels = panel.width() * Canvas.SCALE / sample.span().columns();
        int high = Math.clamp(Math.round(0.7 * rowPixels), dot, 36);
        int wide = Math.clamp(Math.round(columnPixels), dot, 4);
        int full = fullCount(band);
        Color[] shades = new Color[SHADES];
        for (int i = 0; i < SHADES; i++) {
            shades[i] = Palette.withAlpha(colour, 0.25 + 0.75 * (i + 1) / SHADES);
        }
        for (int row = band.firstRow(); row < band.firstRow() + band.rows(); row++) {
            double middle = panel.top() * Canvas.SCALE + (row + 0.5) * rowPixels;
            int y = (int) Math.round(middle - high / 2.0);
            for (int column = 0; column < sample.span().columns(); column++) {
                int spikes = sample.spikes(row, column);
                if (spikes > 0) {
                    int x = (int) Math.round(panel.left() * Canvas.SCALE + column * columnPixels);
                    int shade = Math.min(SHADES, (spikes * SHADES + full - 1) / full);
                    panel.canvas().pixels(x, y, wide, high, shades[shade - 1]);
                }
            }
        }
    }

    /** Size of a dot: the fewer there are, the larger. */
    private int dotPixels() {
        long shown = 0;
        for (int row = 0; row < sample.rows(); row++) {
            for (int column = 0; column < sample.span().columns(); column++) {
                shown += sample.spikes(row, column) > 0 ? 1 : 0;
            }
        }
        return shown < 6_000 ? 4 : shown < 40_000 ? 3 : 2;
    }

    /** Spikes in one cell that are drawn in full colour: about the 95th percentile, so that dense rasters keep contrast. */
    private int fullCount(Band band) {
        long[] cells = new long[Byte.MAX_VALUE + 1];
        long all = 0;
        for (int row = band.firstRow(); row < band.firstRow() + band.rows(); row++) {
            for (int column = 0; column < sample.span().columns(); column++) {
                int spikes = sample.spikes(row, column);
                cells[spikes]++;
                all += spikes > 0 ? 1 : 0;
            }
        }
        int count = 1;
        for (long below = cells[1]; count < Byte.MAX_VALUE && below < 0.95 * all; below += cells[count]) {
            count++;
        }
        return count;
    }

    private void rates(TimePanel panel) {
        double high = 1.05 * highestRate();
        panel.valueTicks(0, high, 5);
        panel.timeGrid();
        for (int b = sample.bands().size() - 1; b >= 0; b--) {
            int end;
            for (int bin = 0; bin < sample.bins(); bin = end + 1) { // up to where none of its neurons was recorded
                end = bin;
                while (end < sample.bins() && !Double.isNaN(sample.rateHz(b, end))) {
                    end++;
                }
                if (end > bin) {
                    rates(panel, b, bin, end, high);
                }
            }
        }
        panel.frame();
        panel.timeLabels();
        double middle = panel.top() + panel.height() / 2;
        panel.canvas().upwards("rate (Hz)", panel.left() - 52, middle, SIZE, Palette.INK);
        String bins = "in bins of "
                + Double.toString(Math.round(sample.binMs() * 1e6) / 1e6).replaceFirst("\\.0$", "") + " ms";
        panel.canvas().text(bins, panel.right(), panel.bottom() + 40, 12, false, Palette.FAINT_INK, Anchor.RIGHT);
    }

    /** Draws those of a band in bins {@code [first .. end)}. */
    private void rates(TimePanel panel, int band, int first, int end, double high) {
        double width = panel.width() * sample.binMs() / spanMs();
        Path2D curve = new Path2D.Double();
        double left = panel.left() + width * first;
        double right = left;
        for (int bin = first; bin < end; bin++) {
            double y = panel.y(sample.rateHz(band, bin), 0, high);
            double begin = panel.left() + width * bin;
            right = Math.min(panel.right(), begin + width);
            if (bin == first) {
                curve.moveTo(begin, y);
            }
            curve.lineTo((begin + right) / 2, y);
            if (bin == end - 1) {
                curve.lineTo(right, y);
            }
        }
        if (sample.bands().size() == 1) {
            Path2D area = new Path2D.Double(curve);
            area.lineTo(right, panel.bottom());
            area.lineTo(left, panel.bottom());
            area.closePath();
            panel.canvas().fill(area, Palette.withAlpha(colours.get(band), 0.15));
        }
        panel.canvas().draw(curve, sample.bands().size() > 4 ? 1.2 : 1.6, colours.get(band));
    }

    private double spanMs() {
        return sample.span().endMs() - sample.span().firstMs();
    }

    private double highestRate() {
        double highest = 0;
        for (int b = 0; b < sample.bands().size(); b++) {
            for (int bin = 0; bin < sample.bins(); bin++) {
                double rateHz = sample.rateHz(b, bin);
                highest = rateHz > highest ? rateHz : highest;
            }
        }
        return highest == 0 ? 1 : highest;
    }

    private static String rate(double rateHz) {
        if (Double.isNaN(rateHz)) {
            return "";
        }
        String pattern = rateHz >= 100 ? "%,.0f Hz" : rateHz >= 10 ? "%.1f Hz" : "%.2f Hz";
        return String.format(Locale.ROOT, pattern, rateHz);
    }

    private static String shortened(String name) {
        return name.length() <= 16 ? name : name.substring(0, 8) + "…" + name.substring(name.length() - 7);
    }
}
