package org.ganglion.io.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ganglion.io.analysis.Activity;
import org.ganglion.io.analysis.Histogram;
import org.ganglion.io.analysis.Spectrum;
import org.ganglion.io.figure.drawing.Figure;
import org.ganglion.io.figure.drawing.Ink;

/** Charts of what populations did, or of what one did in several runs, over each other. */
public final class ActivityCharts {
    private static final int BINS = 50;
    private static final int TIMES = 200;

    private final List<Line> lines;
    private final String of;

    /** Something to be drawn as a line. */
    public record Line(String name, Ink ink, Activity activity) {}

    /** @param of what is behind the title of each, as the name of a population; may be empty */
    public ActivityCharts(List<Line> lines, String of) {
        this.lines = List.copyOf(lines);
        this.of = of.isEmpty() ? "" : " of " + of;
    }

    private Figure chart(
            String title,
            String description,
            String across,
            String up,
            boolean logarithmic,
            Function<Line, Series> series) {
        List<Series> all = lines.stream().map(series).toList();
        return new Chart(title + of, description, across, up, logarithmic, true, all).figure();
    }

    private String means(ToDoubleFunction<Activity> value, String unit) {
        List<String> said = new ArrayList<>();
        for (Line line : lines) {
            double mean = value.applyAsDouble(line.activity());
            said.add(line.name() + " "
                    + (Double.isNaN(mean) ? "none" : String.format(Locale.ROOT, "%.3g", mean) + unit));
        }
        return String.join(", ", said);
    }

    /** Rate of the population over time. */
    public Figure ratesOverTime() {
        return chart(
                "Rates over time",
                "Mean rates: " + means(Activity::rateHz, " Hz"),
                "time (ms)",
                "rate (Hz)",
                false,
                line -> {
                    Activity activity = line.activity();
                    int joined = Math.max(1, (int) Math.ceil(activity.binned().length / (double) TIMES));
                    double[] y = activity.rateHz(joined);
                    double[] x = new double[y.length];
                    Arrays.setAll(x, i -> activity.window().firstMs() + (i + 0.5) * joined * activity.binMs());
                    return new Series(line.name(), line.ink(), x, y);
                });
    }

    /** Rates of single neurons, which are whole spikes in the time of the run: bins hold as many of these numbers each. */
    public Figure rates() {
        double high = highest(
                a -> Arrays.stream(a.ratesHz()).filter(Double::isFinite).max().orElse(0), 1);
        return chart(
                "Rates of neurons",
                "Mean rates: " + means(Activity::rateHz, " Hz"),
                "rate (Hz)",
                "density (1/Hz)",
                false,
                line -> {
                    double seconds = line.activity().window().seconds();
                    double spikeHz = seconds > 0 ? 1 / seconds : 1;
                    double[] hz = line.activity().ratesHz();
                    return Series.of(line.name(), line.ink(), Histogram.ofMultiples(hz, spikeHz, high, BINS));
                });
    }

    /** Intervals between spikes, up to where 99 of 100 lie. */
    public Figure intervals() {
        double high = highest(
                a -> a.intervals().total() == 0
                        ? 0
                        : a.intervals().binsThatHold(0.99) * a.intervals().width(),
                1);
        return chart(
                "Intervals between spikes",
                "Intervals of 99 of 100 spikes are at most " + String.format(Locale.ROOT, "%.3g", high) + " ms",
                "interval (ms)",
                "density (1/ms)",
                false,
                line -> {
                    Histogram fine = line.activity().intervals();
                    int bins = (int) Math.max(1, Math.min(fine.counts().length, Math.ceil(high / fine.width())));
                    Histogram shown = fine.head(bins);
                    return Series.of(line.name(), line.ink(), shown.coarser((bins + BINS - 1) / BINS));
                });
    }

    /** Coefficients of variation of intervals. */
    public Figure cvs() {
        double high = highest(a -> Arrays.stream(a.cvs()).max().orElse(0), 1.5);
        return chart(
                "Irregularity",
                "Mean coefficients of variation of intervals: " + means(Activity::cv, ""),
                "CV of intervals",
                "density",
                false,
                line -> Series.of(
                        line.name(), line.ink(), Histogram.of(line.activity().cvs(), 0, high, BINS)));
    }

    /** Power spectra of rates; above 1 ms of a bin there is nothing to be seen. */
    public Figure spectra() {
        return chart(
                "Power spectrum of the rate",
                "Power of the population rate by frequency; a peak is a rhythm",
                "frequency (Hz)",
                "power (Hz\u00b2/Hz)",
                true,
                line -> {
                    Spectrum spectrum = line.activity().spectrum();
                    double[] x = new double[spectrum.power().length];
                    Arrays.setAll(x, spectrum::frequencyHz);
                    return new Series(line.name(), line.ink(), x, spectrum.power());
                });
    }

    /** Correlations of pairs, without the hundredth part that is farthest from 0. */
    public Figure correlations() {
        double far = highest(ActivityCharts::most, 0.02);
        return chart(
                "Correlations of pairs",
                "Mean coefficients of correlation of spike counts in 2 ms: " + means(Activity::correlation, ""),
                "coefficient of correlation",
                "density",
                false,
                line -> Series.of(
                        line.name(), line.ink(), Histogram.of(line.activity().correlations(), -far, far, BINS + 1)));
    }

    private static double most(Activity activity) {
        double[] sizes =
                Arrays.stream(activity.correlations()).map(Math::abs).sorted().toArray();
        return sizes.length == 0 ? 0 : sizes[(int) (0.99 * (sizes.length - 1))];
    }

    private double highest(ToDoubleFunction<Activity> value, double atLeast) {
        return lines.stream()
                .mapToDouble(line -> value.applyAsDouble(line.activity()))
                .filter(Double::isFinite)
                .map(v -> Math.max(v, atLeast))
                .max()
                .orElse(atLeast);
    }
}
