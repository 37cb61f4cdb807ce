package org.ganglion.network.neuron.hh;

import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.Exp;

/** One step of {@link HhPscAlpha}, a neuron at a time: what {@link HhStepVector} must equal to the bit. */
final class HhStep {
    private HhStep() {}

    static void step(int first, int end, HhCells cells, Stage stage, float[][] input, long[] fired) {
        for (int word = first; word < end; word += Column.WORD) {
            long firedBits = 0;
            int last = Math.min(word + Column.WORD, cells.size());
            for (int i = word; i < last; i++) {
                double before = cells.v()[i];
                for (int part = 0; part < cells.parts().at(i); part++) {
                    stage.part(cells, i);
                }
                double after = cells.v()[i];
                firedBits |= after >= 0 && before > after ? 1L << i : 0;
                cells.excitatory().rise()[i] += input[0][i - first];
                cells.inhibitory().rise()[i] += input[1][i - first];
            }
            fired[word >>> 6] = firedBits & ~cells.refractory().held[word >>> 6];
        }
    }

    /** The state of a neuron at a stage of the method, and how fast it changes there. */
    static final class Stage {
        private double v;
        private double m;
        private double h;
        private double n;
        private double vSlope;
        private double mSlope;
        private double hSlope;
        private double nSlope;

        /** Advances a neuron by a part of the step. */
        private void part(HhCells cells, int i) {
            double partMs = cells.partMs().at(i);
            at(cells, i, 0);
            slopes(cells, i, current(cells, i));
            double vSum = vSlope;
            double mSum = mSlope;
            double hSum = hSlope;
            double nSum = nSlope;
            halfPart(cells.excitatory(), i);
            halfPart(cells.inhibitory(), i);
            double middle = current(cells, i);
            for (int twice = 0; twice < 2; twice++) {
                at(cells, i, 0.5 * partMs);
                slopes(cells, i, middle);
                vSum = vSum + 2 * vSlope;
                mSum = mSum + 2 * mSlope;
                hSum = hSum + 2 * hSlope;
                nSum = nSum + 2 * nSlope;
            }
            halfPart(cells.excitatory(), i);
            halfPart(cells.inhibitory(), i);
            at(cells, i, partMs);
            slopes(cells, i, current(cells, i));
            double sixth = partMs * (1.0 / 6);
            cells.v()[i] = cells.v()[i] + (vSum + vSlope) * sixth;
            cells.m()[i] = cells.m()[i] + (mSum + mSlope) * sixth;
            cells.h()[i] = cells.h()[i] + (hSum + hSlope) * sixth;
            cells.n()[i] = cells.n()[i] + (nSum + nSlope) * sixth;
        }

        private static double current(HhCells cells, int i) {
            return cells.direct().pA.at(i)
                    + cells.excitatory().pA()[i]
                    + cells.inhibitory().pA()[i];
        }

        /** The synaptic current half a part later. */
        private static void halfPart(HhCells.Current current, int i) {
            double pA = current.pA()[i];
            double rise = current.rise()[i];
            double leak = current.leak().at(i);
            current.pA()[i] = pA + (pA * leak + rise * current.growth().at(i));
            current.rise()[i] = rise + rise * leak;
        }

        /** Goes from the beginning of the part along the last slopes. */
        private void at(HhCells cells, int i, double ms) {
            v = ms == 0 ? cells.v()[i] : cells.v()[i] + vSlope * ms;
            m = ms == 0 ? cells.m()[i] : cells.m()[i] + mSlope * ms;
            h = ms == 0 ? cells.h()[i] : cells.h()[i] + hSlope * ms;
            n = ms == 0 ? cells.n()[i] : cells.n()[i] + nSlope * ms;
        }

        private void slopes(HhCells cells, int i, double currentPa) {
            double above = v - HhRates.REST_MV;
            double e80 = Exp.of(above * HhRates.SLOWEST);
            double e18 = Exp.of(above * HhRates.OF_M);
            double e40 = e80 * e80;
            double e20 = e40 * e40;
            double e10 = e20 * e20;

            double fastest = cells.fastest().at(i);
            double mOpens = bounded(ratio((v - HhRates.M_MV) * HhRates.TENTH, e10 * HhRates.TO_M), fastest);
            double mCloses = bounded(e18 * 4, fastest);
            double nOpens = bounded(ratio((v - HhRates.N_MV) * HhRates.TENTH, e10 * HhRates.TO_N) * 0.1, fastest);
            double nCloses = bounded(e80 * 0.125, fastest);
            double hOpens = bounded(e20 * 0.07, fastest);
            double hCloses = 1 / (e10 * HhRates.TO_H + 1);
            mSlope = mOpens - (mOpens + mCloses) * m;
            nSlope = nOpens - (nOpens + nCloses) * n;
            hSlope = hOpens - (hOpens + hCloses) * h;

            double sodium = cells.sodiumNs().at(i)
                    * (m * m * m * h)
                    * (v - cells.sodiumMv().at(i));
            double potassium = cells.potassiumNs().at(i)
                    * (n * n * (n * n))
                    * (v - cells.potassiumMv().at(i));
            double leak = cells.leakNs().at(i) * (v - cells.leakMv().at(i));
            vSlope = (currentPa - sodium - potassium - leak)
                    * cells.perCapacitance().at(i);
        }

        /** A rate that is at most the fastest; NaN stays NaN. */
        private static double bounded(double rate, double fastest) {
            return rate > fastest ? fastest : rate;
        }

        /** {@code x/(1 - exp(-x))}, given the exponential. */
        private static double ratio(double x, double exp) {
            return Math.abs(x) < HhRates.NEAR ? x * 0.5 + 1 : x / (1 - exp);
        }
    }
}
