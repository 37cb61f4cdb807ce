package org.ganglion.network.space;

import java.util.Arrays;

/**
 * Points in the plane or in space, one for each neuron of a population. Immutable.
 *
 * <p>Where boundaries are periodic, what leaves on one side comes back on the other: coordinates that differ by a whole
 * number of periods are the same.
 */
public final class Points {
    /** Of a population that has no positions. */
    public static final Points NONE = new Points(new double[0][0], new double[0]);

    private final double[][] coordinates; // [dimension][neuron]
    private final double[] period; // [dimension], empty where boundaries are not periodic

    /**
     * @param coordinates {@code [dimension][neuron]}; kept, so not to be written any more
     * @param period length after which space repeats itself, for each dimension; empty where it does not
     */
    public Points(double[][] coordinates, double[] period) {
        this.coordinates = coordinates;
        this.period = period;
    }

    /** 2 or 3; 0 where there are no positions. */
    public int dimensions() {
        return coordinates.length;
    }

    public boolean exist() {
        return coordinates.length > 0;
    }

    public int size() {
        return exist() ? coordinates[0].length : 0;
    }

    public boolean periodic() {
        return period.length > 0;
    }

    /** The period along a dimension; 0 where there is none. */
    public double period(int dimension) {
        return dimension < period.length ? period[dimension] : 0;
    }

    /** One coordinate of a neuron; 0 in dimensions that there are not. */
    public double at(int dimension, int neuron) {
        return dimension < coordinates.length ? coordinates[dimension][neuron] : 0;
    }

    /** The smallest coordinate along a dimension. */
    public double low(int dimension) {
        return Arrays.stream(coordinates[dimension]).min().orElse(0);
    }

    /** The largest coordinate along a dimension. */
    public double high(int dimension) {
        return Arrays.stream(coordinates[dimension]).max().orElse(0);
    }

    /** Whether both are periodic in the same way, or neither is. */
    public boolean sameBoundaries(Points other) {
        return Arrays.equals(period, other.period);
    }

    /**
     * Distance from a neuron to one of another population in the same space; across the boundary where that is shorter
     * and boundaries are periodic.
     */
    public double distance(int neuron, Points others, int other) {
        double sum = 0;
        for (int d = 0; d < coordinates.length; d++) {
            double difference = shortest(others.coordinates[d][other] - coordinates[d][neuron], d);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }

    /** A difference of coordinates, less whole periods, so that it is as small as can be. */
    double shortest(double difference, int dimension) {
        return periodic() ? difference - period[dimension] * Math.rint(difference / period[dimension]) : difference;
    }

    /** The largest distance that two points of these populations could have. */
    public double largestDistance(Points others) {
        double sum = 0;
        for (int d = 0; d < coordinates.length; d++) {
            double largest = periodic() ? period[d] / 2 : Math.max(others.high(d) - low(d), high(d) - others.low(d));
            sum += largest * largest;
        }
        return Math.sqrt(sum);
    }

    /** Coordinates of one neuron as written, such as {@code (0.5, -1)}. */
    public String text(int neuron) {
        StringBuilder text = new StringBuilder("(");
        for (int d = 0; d < coordinates.length; d++) {
            text.append(d == 0 ? "" : ", ").append(org.ganglion.network.spec.Unit.NONE.format(coordinates[d][neuron]));
        }
        return text.append(')').toString();
    }
}
