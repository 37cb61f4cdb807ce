package org.ganglion.network.neuron.part;

/**
 * Factors that carry a leaky membrane and its synaptic currents over one step, exactly.
 *
 * <p>S. Rotter and M. Diesmann (1999), doi:10.1007/s004220050570. All are written as integrals over the step, so that
 * they keep full precision where time constants are equal, nearly equal, or far apart. Only {@link StrictMath} is used:
 * the same bits on every machine.
 *
 * <p>Throughout, {@code dtMs} is the step, {@code tauMs} the membrane's time constant, {@code capacitancePf} its
 * capacitance, and {@code tauSynMs} that of the current.
 */
public final class Propagators {
    /** Below this, {@link #rising} is summed as a series: its closed form loses digits to cancellation. */
    private static final double SERIES_BELOW = 0.5;

    private Propagators() {}

    /**
     * What a step adds to a decaying quantity of 1: exp(-dt/tau) - 1. Kept in this form because as a float it has seven
     * digits of the small change, where exp(-dt/tau) has seven digits of a number near 1.
     */
    public static double leak(double dtMs, double tauMs) {
        return StrictMath.expm1(-dtMs / tauMs);
    }

    /** Change of the potential by a constant current over one step, in mV per pA. */
    public static double constantCurrent(double dtMs, double tauMs, double capacitancePf) {
        return -tauMs / capacitancePf * StrictMath.expm1(-dtMs / tauMs);
    }

    /**
     * Change of the potential by a current that starts at 1 pA and decays exponentially, in mV per pA:
     * the integral over s from 0 to dt of exp(-(dt-s)/tau) exp(-s/tauSyn) / C.
     */
    public static double exponentialCurrent(double dtMs, double tauSynMs, double tauMs, double capacitancePf) {
        double slower = StrictMath.exp(-dtMs / Math.max(tauSynMs, tauMs));
        double difference = Math.abs(rateDifference(dtMs, tauSynMs, tauMs));
        double mean = difference == 0 ? 1 : -StrictMath.expm1(-difference) / difference;
        return dtMs / capacitancePf * slower * mean;
    }

    /**
     * Change of the potential by a current that starts at 0 pA, rises at 1 pA/ms and decays as an alpha function, in mV
     * per (pA/ms): the integral over s from 0 to dt of exp(-(dt-s)/tau) s exp(-s/tauSyn) / C.
     */
    public static double risingCurrent(double dtMs, double tauSynMs, double tauMs, double capacitancePf) {
        double z = rateDifference(dtMs, tauSynMs, tauMs);
        double membrane = StrictMath.exp(-dtMs / tauMs);
        double mean = Math.abs(z) < SERIES_BELOW
                ? membrane * rising(z)
                : ((z - 1) * StrictMath.exp(-dtMs / tauSynMs) + membrane) / (z * z);
        return dtMs * dtMs / capacitancePf * mean;
    }

    /** dt/tau - dt/tauSyn, without the cancellation of that form. */
    private static double rateDifference(double dtMs, double tauSynMs, double tauMs) {
        return dtMs * ((tauSynMs - tauMs) / tauSynMs / tauMs);
    }

    /** The integral over t from 0 to 1 of t exp(z t), as the sum of z^k / (k! (k+2)). */
    private static double rising(double z) {
        double power = 1;
        double sum = 0.5;
        for (int k = 1; k <= 16; k++) {
            power *= z / k;
            sum += power / (k + 2);
        }
        return sum;
    }
}
