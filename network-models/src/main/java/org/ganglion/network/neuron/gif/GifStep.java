package org.ganglion.network.neuron.gif;

import org.ganglion.network.neuron.part.Column;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.Exp;
import org.ganglion.network.random.Squares;

/** The loops of a step of {@link GifPscExp}, a neuron at a time: what {@link GifStepVector} must equal to the bit. */
final class GifStep {
    private GifStep() {}

    /** Lets a synaptic current decay, and takes the input. */
    static void current(int first, int end, double[] pA, DoubleColumn leak, float[] input) {
        for (int i = first; i < end; i++) {
            pA[i] = pA[i] + (pA[i] * leak.at(i) + input[i - first]);
        }
    }

    /**
     * Advances the potential, with the currents as they now are; a held neuron is at its reset potential.
     *
     * @param triggered spike-triggered current in pA, {@code [neuron]}
     */
    static void potential(int first, int end, GifState.Membranes membranes, double[] triggered) {
        double[] v = membranes.v();
        long[] held = membranes.refractory().held;
        for (int i = first; i < end; i++) {
            boolean isHeld = (held[i >>> 6] >>> i & 1) != 0;
            double old = v[i];
            double steady = membranes.direct().pA.at(i) - triggered[i];
            double change = old * membranes.leak().at(i)
                    + steady * membranes.gain().at(i)
                    + membranes.exPa()[i] * membranes.exGain().at(i)
                    + membranes.inPa()[i] * membranes.inGain().at(i);
            v[i] = isHeld ? membranes.reset().at(i) : old + change;
        }
    }

    /** The logarithm of the hazard. */
    static void exponent(int first, int end, EscapeNoise noise, double[] v, double[] threshold) {
        double[] exponent = noise.probability();
        for (int i = first; i < end; i++) {
            exponent[i - first] = (v[i] - threshold[i]) * noise.softness().at(i)
                    + noise.atThreshold().at(i);
        }
    }

    /** From its logarithm to the hazard, in place. */
    static void hazard(int first, int end, EscapeNoise noise) {
        double[] hazard = noise.probability();
        for (int i = 0; i < end - first; i++) {
            hazard[i] = Exp.of(hazard[i]);
        }
    }

    /** From hazard to probability, in place. */
    static void probability(int first, int end, EscapeNoise noise) {
        double[] probability = noise.probability();
        for (int i = 0; i < end - first; i++) {
            double hazard = probability[i];
            double small = hazard - 0.5 * hazard * hazard;
            probability[i] = hazard < EscapeNoise.SERIES_BELOW ? small : 1 - Exp.of(-hazard);
        }
    }

    /** Draws who fires. */
    static void draw(int first, int end, EscapeNoise noise, long step, long[] held, long[] fired) {
        for (int word = first; word < end; word += Column.WORD) {
            long firedBits = 0;
            for (int i = word; i < word + Column.WORD; i++) {
                double uniform = Squares.uniform(Squares.bits(noise.key(), step << 32 | noise.index()[i]));
                firedBits |= uniform < noise.probability()[i - first] ? 1L << i : 0;
            }
            fired[word >>> 6] = firedBits & ~held[word >>> 6];
        }
    }
}
