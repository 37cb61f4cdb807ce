package org.ganglion.io.figure;

/**
 * From which value to which some values reach.
 *
 * @param low the smallest; 0 where there is none
 * @param high the largest; 1 where there is none
 */
record Extent(double low, double high) {

    /** The extent of values that are numbers and finite; others are left out. */
    static Extent of(double[]... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] some : values) {
            for (double value : some) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return low > high ? new Extent(0, 1) : new Extent(low, high);
    }
}
