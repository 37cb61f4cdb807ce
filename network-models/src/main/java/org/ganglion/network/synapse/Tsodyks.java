package org.ganglion.network.synapse;

import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** What the models of short-term plasticity with a shared pool of resources have in common. */
final class Tsodyks {
    private Tsodyks() {}

    static ParameterSpec share(String name, double standard, String sentence) {
        return ParameterSpec.real(name, Unit.NONE, standard, Range.PROBABILITY, sentence);
    }

    static ParameterSpec facilitation() {
        return ParameterSpec.real(
                "tau_fac",
                Unit.MILLISECOND,
                0,
                Range.NOT_NEGATIVE,
                "time constant of facilitation; 0 for a synapse that only depresses");
    }

    /** What spikes can carry where they carry a share of the weight. */
    static Plasticity.Weights share(Plasticity.Weights atStart) {
        return new Plasticity.Weights(Math.min(0, atStart.smallest()), Math.max(0, atStart.largest()));
    }

    /** About what share of the weight a rested synapse releases; sums keep this finely. */
    static double usualShare(Distribution use) {
        double smallest = use.smallest();
        return smallest > 0 ? smallest : 1;
    }

    /**
     * What share of the active resources has recovered after some time, being inactive in between.
     *
     * @param active what is left of them
     * @param unrecovered what is left of inactive ones
     */
    static double recovered(double timeMs, double active, double unrecovered, double tauPscMs, double tauRecMs) {
        double exponent = timeMs * (tauRecMs - tauPscMs) / (tauPscMs * tauRecMs);
        double inactive;
        if (Math.abs(exponent) < 0.5) { // the time constants are alike, or the time is short
            double slope = exponent == 0 ? 1 : StrictMath.expm1(exponent) / exponent;
            inactive = active * (timeMs / tauPscMs) * slope;
        } else {
            inactive = tauRecMs / (tauPscMs - tauRecMs) * (active - unrecovered);
        }
        return 1 - active - inactive;
    }

    /**
     * A spike of {@code tsodyks_synapse}: brings its four numbers, u, x, y and what was released, from just after the last
     * spike to just after this one.
     *
     * @param facilitated what is left of u
     * @param active what is left of y
     * @param unrecovered what is left of what is neither in x nor in y
     * @param recovered what share of y has come to x
     */
    static void release(
            double[] state,
            int at,
            double use,
            double facilitated,
            double active,
            double unrecovered,
            double recovered) {
        double x = state[at + 1];
        double y = state[at + 2];
        double u = state[at] * facilitated;
        double inactive = 1 - x - y;
        x += recovered * y + (1 - unrecovered) * inactive;
        y *= active;
        u += use * (1 - u);
        double released = u * x;
        state[at] = u;
        state[at + 1] = x - released;
        state[at + 2] = y + released;
        state[at + 3] = released;
    }

    /** A spike of {@code tsodyks2_synapse}, its u and x likewise; its third number tells whether there was one before. */
    static void use(double[] state, int at, double use, double facilitated, double unrecovered) {
        double u = state[at];
        double x = state[at + 1];
        if (state[at + 2] != 0) {
            state[at + 1] = 1 + (x - x * u - 1) * unrecovered;
            state[at] = use + u * (1 - use) * facilitated;
        }
        state[at + 2] = 1;
    }
}
