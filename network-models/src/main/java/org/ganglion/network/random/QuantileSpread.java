package org.ganglion.network.random;

/** Standard deviation of a distribution that is known by its quantiles only. */
final class QuantileSpread {
    private static final int PARTS = 4096;

    private QuantileSpread() {}

    /** Taken over equally likely parts, each standing for its middle: what is rarer than one of them does not count. */
    static double of(Distribution distribution) {
        double sum = 0;
        for (int i = 0; i < PARTS; i++) {
            sum += quantile(distribution, i);
        }
        double mean = sum / PARTS;
        double squares = 0;
        for (int i = 0; i < PARTS; i++) {
            double difference = quantile(distribution, i) - mean;
            squares += difference * difference;
        }
        return Math.sqrt(squares / PARTS);
    }

    private static double quantile(Distribution distribution, int part) {
        return distribution.quantile((part + 0.5) / PARTS);
    }
}
