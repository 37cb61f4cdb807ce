package org.ganglion.cli.shell;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import org.ganglion.simulator.WeightMatrix;

/** Weights of all synapses of a projection at one time. */
public record Weights(String projection, double timeMs, WeightMatrix matrix) {

    /** Mean weight. */
    public double mean() {
        return Arrays.stream(matrix.weights()).average().orElse(Double.NaN);
    }

    /** Standard deviation of the weights. */
    public double std() {
        double mean = mean();
        return Math.sqrt(Arrays.stream(matrix.weights())
                .map(w -> (w - mean) * (w - mean))
                .average()
                .orElse(Double.NaN));
    }

    @Override
    public String toString() {
        DoubleSummaryStatistics all = Arrays.stream(matrix.weights()).summaryStatistics();
        return all.getCount() == 0
                ? projection + ": no synapses"
                : String.format(
                        Locale.ROOT,
                        "%s at %s ms: %,d synapses, mean %.4g, standard deviation %.4g, from %.4g to %.4g",
                        projection,
                        Session.time(timeMs),
                        all.getCount(),
                        mean(),
                        std(),
                        all.getMin(),
                        all.getMax());
    }
}
