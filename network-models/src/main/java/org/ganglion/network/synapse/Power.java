package org.ganglion.network.synapse;

/** Powers of a weight, where the exponents that are usual cost nothing. */
final class Power {
    private Power() {}

    static double of(double base, double exponent) {
        return exponent == 0 ? 1 : exponent == 1 ? base : StrictMath.pow(base, exponent);
    }
}
