package org.ganglion.network.neuron.conductance;

import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.DoubleColumn;

/** Marks rough neurons, one at a time: what {@link RoughnessStepVector} must equal. */
final class RoughnessStep {
    private RoughnessStep() {}

    /**
     * With two parts.
     *
     * @param rough receives a bit for each neuron from {@code first} to {@code end}, both multiples of 64, that of the
     *     first in word 0
     */
    static void two(int first, int end, Roughness roughness, double[][] g, long[] rough) {
        DoubleColumn[] size = roughness.size;
        DoubleColumn[] change = roughness.change;
        for (int word = first; word < end; word += Column.WORD) {
            long bits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                double g0 = Math.abs(g[0][i]);
                double g1 = Math.abs(g[1][i]);
                double p = roughness.leak.at(i) + g0 * size[0].at(i) + g1 * size[1].at(i);
                double q = g0 * change[0].at(i) + g1 * change[1].at(i);
                if (p > roughness.mostSize || p * p * q > roughness.limit) {
                    bits |= 1L << i;
                }
            }
            rough[(word - first) >>> 6] = bits;
        }
    }

    /** With four parts. */
    static void four(int first, int end, Roughness roughness, double[][] g, long[] rough) {
        DoubleColumn[] size = roughness.size;
        DoubleColumn[] change = roughness.change;
        for (int word = first; word < end; word += Column.WORD) {
            long bits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                double g0 = Math.abs(g[0][i]);
                double g1 = Math.abs(g[1][i]);
                double g2 = Math.abs(g[2][i]);
                double g3 = Math.abs(g[3][i]);
                double p = roughness.leak.at(i)
                        + g0 * size[0].at(i)
                        + g1 * size[1].at(i)
                        + g2 * size[2].at(i)
                        + g3 * size[3].at(i);
                double q = g0 * change[0].at(i) + g1 * change[1].at(i) + g2 * change[2].at(i) + g3 * change[3].at(i);
                if (p > roughness.mostSize || p * p * q > roughness.limit) {
                    bits |= 1L << i;
                }
            }
            rough[(word - first) >>> 6] = bits;
        }
    }
}
