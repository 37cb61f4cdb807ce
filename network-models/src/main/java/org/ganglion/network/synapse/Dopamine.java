package org.ganglion.network.synapse;

/**
 * Dopamine n, to which each spike of a population adds 1 / tau_n, and what it does to weight w and eligibility c of a
 * synapse: dw/dt = c (n - b), dc/dt = -c / tau_c, dn/dt = -n / tau_n, w staying within its bounds.
 */
record Dopamine(
        String population,
        double delayMs,
        double dtMs,
        double tauCMs,
        double tauNMs,
        Decay ofC,
        Decay ofN,
        double base,
        double atStart,
        double eligibilityAtStart,
        double leastWeight,
        double mostWeight)
        implements Modulation {

    @Override
    public int traces() {
        return 1;
    }

    @Override
    public void begin(double[] traces, int at) {
        traces[at] = atStart;
    }

    @Override
    public void spikes(double[] traces, int last, int at, long sinceLast, int count) {
        traces[at] = traces[last] * ofN.after(sinceLast) + count / tauNMs;
    }

    @Override
    public void pass(double[] kept, int at, double[] traces, int tracesAt, long since, long steps) {
        double c = kept[at + 1];
        if (c == 0) {
            return;
        }
        double n = traces[tracesAt] * ofN.after(since);
        double leftOfC = ofC.after(steps);
        double leftOfN = ofN.after(steps);
        kept[at] = weight(kept[at], c, n, leftOfC, leftOfN);
        kept[at + 1] = c * leftOfC;
    }

    /** The weight after a time in which this is left of c and n. */
    private double weight(double w, double c, double n, double leftOfC, double leftOfN) {
        double change = c * integral(n, 1 - leftOfC * leftOfN, 1 - leftOfC);
        if (base > 0 && n > base && n * leftOfN < base) {
            // The weight turns where n falls through b, and may reach a bound there before it comes back.
            double timeMs = tauNMs * StrictMath.log(n / base);
            double first = c
                    * integral(
                            n,
                            -StrictMath.expm1(-timeMs * (tauCMs + tauNMs) / (tauCMs * tauNMs)),
                            -StrictMath.expm1(-timeMs / tauCMs));
            double turned = clip(w + first);
            if (turned != w + first) {
                return clip(turned + (change - first));
            }
        }
        return clip(w + change);
    }

    /** Integral of (n - b) times what is left of c, over a time. */
    private double integral(double n, double lostOfBoth, double lostOfC) {
        return n * (tauCMs * tauNMs / (tauCMs + tauNMs)) * lostOfBoth - base * tauCMs * lostOfC;
    }

    private double clip(double w) {
        return Math.clamp(w, leastWeight, mostWeight);
    }
}
