package org.ganglion.network.neuron.gif;

import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.part.DoubleColumn;

/**
 * The noise of {@link GifPscExp}: who fires in a step, given how far potentials are from thresholds.
 *
 * @param softness 1 over {@code Delta_V}, in 1/mV
 * @param atThreshold logarithm of the expected spikes in a step at the threshold, {@code lambda_0 dt}
 * @param index of each neuron in its population, {@code [neuron]}
 * @param key of the random numbers, see {@link Columns#key}
 * @param probability room for the probability to fire, {@code [neuron - first]}
 */
record EscapeNoise(DoubleColumn softness, DoubleColumn atThreshold, long[] index, long key, double[] probability) {

    /** Below this hazard the probability is summed as a series: 1 - exp(-hazard) loses digits. */
    static final double SERIES_BELOW = 0x1p-20;

    static EscapeNoise of(Columns columns, double dtMs) {
        long[] index = new long[columns.paddedSize()];
        for (int i = 0; i < index.length; i++) {
            index[i] = columns.index(i);
        }
        return new EscapeNoise(
                DoubleColumn.of(columns, i -> 1 / columns.parameter("Delta_V", i), "Delta_V"),
                DoubleColumn.of(
                        columns, i -> StrictMath.log(columns.parameter("lambda_0", i) * dtMs / 1000), "lambda_0"),
                index,
                columns.key(0),
                new double[columns.paddedSize()]);
    }
}
