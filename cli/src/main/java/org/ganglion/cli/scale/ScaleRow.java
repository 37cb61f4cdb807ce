package org.ganglion.cli.scale;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What repeats on the same number of processes came to: medians.
 *
 * @param speedUp how many times as fast as on the fewest processes; of a network that grows, as if it did not
 * @param efficiency speed-up over what as many more processes would give at best
 * @param readable whether there are as many processors as threads; else the figures are no speed-up
 * @param sameSpikes whether the spike hash is that of all runs of the same network
 */
public record ScaleRow(
        boolean weak,
        int nodes,
        List<ScaleRun> runs,
        double buildSeconds,
        double realTimeFactor,
        double speedUp,
        double efficiency,
        boolean readable,
        boolean sameSpikes) {

    public ScaleRow {
        runs = List.copyOf(runs);
    }

    /** The median of a figure of its runs. */
    double median(ToDoubleFunction<ScaleRun> figure) {
        return median(runs, figure);
    }

    static double median(List<ScaleRun> runs, ToDoubleFunction<ScaleRun> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElse(Double.NaN);
    }
}
