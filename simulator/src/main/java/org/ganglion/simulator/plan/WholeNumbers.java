package org.ganglion.simulator.plan;

/** Values that are given for each synapse and only divided by the unit and rounded. */
public record WholeNumbers(double unit, long smallest, long largest) implements WholeValues {

    /** For values between these. */
    static WholeNumbers between(double smallest, double largest, double unit) {
        return new WholeNumbers(unit, whole(smallest, unit), whole(largest, unit));
    }

    /** A value in whole units. */
    public long whole(double value) {
        return whole(value, unit);
    }

    private static long whole(double value, double unit) {
        return (long) Math.floor(value / unit + 0.5);
    }
}
