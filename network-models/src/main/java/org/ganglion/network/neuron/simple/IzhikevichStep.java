package org.ganglion.network.neuron.simple;

import org.ganglion.network.neuron.part.Column;

/** One step of {@link Izhikevich}, a neuron at a time: what {@link IzhikevichStepVector} must equal to the bit. */
final class IzhikevichStep {
    private IzhikevichStep() {}

    /** Euler's method; input in mV. */
    static void consistent(int first, int end, Izhikevich.Cells cells, float[] input, long[] fired) {
        double[] v = cells.v();
        double[] u = cells.u();
        double dtMs = cells.dtMs();
        for (int word = first; word < end; word += Column.WORD) {
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                double oldV = v[i];
                double oldU = u[i];
                double slope = (0.04 * oldV + 5) * oldV
                        + 140
                        - oldU
                        + cells.current().pA.at(i);
                double newV = oldV + dtMs * slope + input[i - first];
                double newU = oldU + cells.pace().at(i) * (cells.b().at(i) * oldV - oldU);
                double bounded = newV < cells.bound().at(i) ? cells.bound().at(i) : newV;
                boolean fires = bounded >= cells.threshold().at(i);
                firedBits |= fires ? 1L << i : 0;
                v[i] = fires ? cells.c().at(i) : bounded;
                u[i] = fires ? newU + cells.d().at(i) : newU;
            }
            fired[word >>> 6] = firedBits;
        }
    }

    /** Two half steps; input in pA, for this step. */
    static void published(int first, int end, Izhikevich.Cells cells, float[] input, long[] fired) {
        double[] v = cells.v();
        double[] u = cells.u();
        double halfMs = 0.5 * cells.dtMs();
        for (int word = first; word < end; word += Column.WORD) {
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                double oldV = v[i];
                double oldU = u[i];
                double drive = 140 - oldU + cells.current().pA.at(i) + input[i - first];
                double middleV = oldV + halfMs * ((0.04 * oldV + 5) * oldV + drive);
                double newV = middleV + halfMs * ((0.04 * middleV + 5) * middleV + drive);
                double newU = oldU + cells.pace().at(i) * (cells.b().at(i) * newV - oldU);
                double bounded = newV < cells.bound().at(i) ? cells.bound().at(i) : newV;
                boolean fires = bounded >= cells.threshold().at(i);
                firedBits |= fires ? 1L << i : 0;
                v[i] = fires ? cells.c().at(i) : bounded;
                u[i] = fires ? newU + cells.d().at(i) : newU;
            }
            fired[word >>> 6] = firedBits;
        }
    }
}
