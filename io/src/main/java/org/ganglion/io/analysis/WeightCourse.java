package org.ganglion.io.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;

/**
 * Weights of some synapses that were recorded, over time.
 *
 * @param recorder its name
 * @param projection whose synapses they are
 * @param units of weights
 * @param timesMs times of samples, at most 200, the end of the run last if it is looked at
 * @param quantiles {@code [quantile][time]}, as {@link #SHARES} has them, over at most 5,000 synapses
 * @param first weights of these synapses at the first time
 * @param last weights at the last time; not a number where they are not known
 */
public record WeightCourse(
        String recorder,
        String projection,
        String units,
        double[] timesMs,
        double[][] quantiles,
        double[] first,
        double[] last) {
    /** Shares of the weights that lie below each quantile. */
    public static final List<Double> SHARES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    private static final int MOST_TIMES = 200;
    private static final int MOST_SYNAPSES = 5_000;

    /**
     * Reads those of all recorders; none where there is no file.
     *
     * @param part of the run that is looked at: samples from its beginning until its end
     */
    public static List<WeightCourse> read(Path path, StepWindow part) {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<WeightCourse> courses = new ArrayList<>();
        try (H5File file = H5File.open(path)) {
            H5Group root = file.root().requireGroup("weights", "weights of synapses");
            root.groups().values().forEach(group -> courses.add(read(group, part)));
        }
        return courses;
    }

    private static WeightCourse read(H5Group group, StepWindow part) {
        double[] all = group.requireColumn("final").allDoubles();
        int[] chosen = spread(all.length, MOST_SYNAPSES);
        List<Double> times = new ArrayList<>();
        List<double[]> samples = new ArrayList<>();
        Optional<H5Column> rows = group.rows("weights");
        if (rows.isPresent() && rows.get().width() == all.length && all.length > 0) {
            double[] timesMs = group.requireColumn("time").allDoubles();
            double[] row = new double[all.length];
            int[] there = IntStream.range(0, timesMs.length)
                    .filter(at -> timesMs[at] >= part.firstMs() && timesMs[at] <= part.endMs())
                    .toArray();
            for (int chosenTime : spread(there.length, MOST_TIMES - 1)) {
                int at = there[chosenTime];
                rows.get().doubles(at, 1, row);
                times.add(timesMs[at]);
                samples.add(taken(row, chosen));
            }
        }
        double[] end = taken(all, chosen);
        double endMs = endMs(group, times);
        boolean known = Arrays.stream(end).allMatch(Double::isFinite);
        if (known && endMs <= part.endMs() && (times.isEmpty() || endMs > times.getLast())) {
            times.add(endMs);
            samples.add(end);
        }
        double[] last = endMs <= part.endMs() || samples.isEmpty() ? end : samples.getLast();
        return new WeightCourse(
                group.attribute("recorder").orElse(""),
                group.attribute("projection").orElse(""),
                group.attribute("final", "units").orElse(""),
                times.stream().mapToDouble(Double::doubleValue).toArray(),
                quantiles(samples),
                samples.isEmpty() ? last : samples.getFirst(),
                last);
    }

    /** Time of the end as the file has it; else the time of the last sample. */
    private static double endMs(H5Group group, List<Double> times) {
        return group.number("final", "time").orElse(times.isEmpty() ? 0 : times.getLast());
    }

    private static int[] spread(int all, int most) {
        int taken = Math.min(all, most);
        int[] chosen = new int[taken];
        for (int i = 0; i < taken; i++) {
            chosen[i] = (int) ((2L * i + 1) * all / (2L * taken));
        }
        return chosen;
    }

    private static double[] taken(double[] all, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> all[i]).toArray();
    }

    private static double[][] quantiles(List<double[]> samples) {
        double[][] quantiles = new double[SHARES.size()][samples.size()];
        for (int t = 0; t < samples.size(); t++) {
            double[] sorted = samples.get(t).clone();
            Arrays.sort(sorted);
            for (int q = 0; q < quantiles.length; q++) {
                quantiles[q][t] =
                        sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(SHARES.get(q) * (sorted.length - 1))];
            }
        }
        return quantiles;
    }
}
