package org.ganglion.network.synapse;

/** Exponential decay over whole steps: {@code exp(-steps dt / tau)}, looked up for the usual intervals. */
public final class Decay {
    private static final int LARGEST_TABLE = 1 << 13;

    /** In time constants; beyond that little is left, and intervals are rare. */
    private static final int TABLE_REACH = 12;

    private final double dtMs;
    private final double tauMs;
    private final double[] factors; // [steps]

    /** @param tauMs at least 0; of what decays with 0 nothing is left, not even at once */
    public Decay(double tauMs, double dtMs) {
        this.dtMs = dtMs;
        this.tauMs = tauMs;
        this.factors = new double[(int) Math.min(LARGEST_TABLE, Math.ceil(TABLE_REACH * tauMs / dtMs) + 1)];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = formula(i);
        }
    }

    /** Time constant in steps. */
    public double steps() {
        return tauMs / dtMs;
    }

    /** What is left after some steps. */
    public double after(long steps) {
        return steps < factors.length ? factors[(int) steps] : formula(steps);
    }

    private double formula(long steps) {
        return tauMs == 0 ? 0 : StrictMath.exp(-(steps * dtMs) / tauMs);
    }
}
