package org.ganglion.network.neuron.conductance;

/**
 * One part of a conductance, as it runs over a step when it starts at 1: {@code exp(-t/tau)}, or, {@code rising},
 * {@code t exp(-t/tau)}. An alpha function is a sum of both.
 *
 * @param tau name of the parameter that is its time constant
 * @param reversal name of the parameter that is its reversal potential
 */
public record DecayingPart(String tau, String reversal, boolean rising) {

    /** Terms of the series; enough for arguments below {@link #SERIES_BELOW}. */
    private static final int TERMS = 26;

    private static final double SERIES_BELOW = 2;

    /** The integral over time from {@code fromMs} on, for {@code lengthMs}. */
    double area(double tauMs, double fromMs, double lengthMs) {
        double x = lengthMs / tauMs;
        double mean = rising ? fromMs * moment(0, x) + lengthMs * moment(1, x) : moment(0, x);
        return lengthMs * StrictMath.exp(-fromMs / tauMs) * mean;
    }

    /** Half the integral of {@code (2 t - length) f(from + t)} over {@code t} from 0 to the length. */
    double lean(double tauMs, double fromMs, double lengthMs) {
        double x = lengthMs / tauMs;
        double flat = 2 * moment(1, x) - moment(0, x);
        double mean = rising ? fromMs * flat + lengthMs * (2 * moment(2, x) - moment(1, x)) : flat;
        return lengthMs * lengthMs / 2 * StrictMath.exp(-fromMs / tauMs) * mean;
    }

    double at(double tauMs, double ms) {
        return (rising ? ms : 1) * StrictMath.exp(-ms / tauMs);
    }

    /** The integral of {@code y^power exp(-x y)} over {@code y} from 0 to 1. */
    private static double moment(int power, double x) {
        if (x < SERIES_BELOW) {
            double term = 1;
            double sum = 0;
            for (int k = 0; k < TERMS; k++) {
                sum += term / (k + power + 1);
                term *= -x / (k + 1);
            }
            return sum;
        }
        double end = StrictMath.exp(-x);
        double moment = (1 - end) / x;
        for (int k = 1; k <= power; k++) {
            moment = (k * moment - end) / x;
        }
        return moment;
    }
}
