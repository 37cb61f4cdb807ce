package org.ganglion.network.space;

/**
 * Points sorted into the cells of a grid, so that those near a place are found without looking at all. The cells change
 * how fast points are found, never which.
 */
final class Cells {
    private static final double POINTS_PER_CELL = 4;

    /** Share of a cell by which a search reaches further than it must, so that rounding loses nothing. */
    private static final double MARGIN = 1e-6;

    private final Points points;
    private final double[] origin = new double[3];
    private final double[] length = new double[3]; // of a cell
    private final int[] counts = {1, 1, 1};
    private final int[] first; // [cell]: where its members begin
    private final int[] members; // neurons, cell after cell
    private final double[][] coordinates = new double[3][]; // [dimension][position in members]

    Cells(Points points) {
        this.points = points;
        double volume = 1;
        double[] spans = new double[points.dimensions()];
        int flat = 0;
        for (int d = 0; d < spans.length; d++) {
            origin[d] = points.low(d);
            spans[d] = points.periodic() ? points.period(d) : points.high(d) - points.low(d);
            volume *= spans[d] > 0 ? spans[d] : 1;
            flat += spans[d] > 0 ? 0 : 1;
        }
        double wanted = Math.max(1, points.size() / POINTS_PER_CELL);
        double side = StrictMath.pow(volume / wanted, 1.0 / Math.max(1, spans.length - flat));
        double room = 4 * wanted + 16;
        for (int d = 0; d < spans.length; d++) {
            counts[d] = (int) Math.clamp(spans[d] / side, 1, room);
            room = Math.max(1, room / counts[d]);
            length[d] = spans[d] > 0 ? spans[d] / counts[d] : 1;
        }
        first = new int[counts[0] * counts[1] * counts[2] + 1];
        members = new int[points.size()];
        sort();
    }

    private void sort() {
        int[] cellOf = new int[members.length];
        for (int i = 0; i < members.length; i++) {
            int cell = 0;
            for (int d = 2; d >= 0; d--) {
                int along = d < points.dimensions() ? (int) ((points.at(d, i) - origin[d]) / length[d]) : 0;
                boolean wraps = points.periodic() && along >= counts[d];
                cell = cell * counts[d] + (wraps ? along % counts[d] : Math.min(along, counts[d] - 1));
            }
            cellOf[i] = cell;
            first[cell + 1]++;
        }
        for (int cell = 0; cell + 1 < first.length; cell++) {
            first[cell + 1] += first[cell];
        }
        int[] next = first.clone();
        for (int d = 0; d < 3; d++) {
            coordinates[d] = new double[members.length];
        }
        for (int i = 0; i < members.length; i++) {
            int position = next[cellOf[i]]++;
            members[position] = i;
            for (int d = 0; d < 3; d++) {
                coordinates[d][position] = points.at(d, i);
            }
        }
    }

    /** Number of cells along a dimension. */
    int count(int dimension) {
        return counts[dimension];
    }

    /**
     * The first cell along a dimension that may hold a coordinate of at least {@code value}. With periodic boundaries it
     * may be negative, or beyond the last one, and means the one a whole number of {@link #count} away.
     */
    int from(int dimension, double value) {
        return bounded(dimension, Math.floor((value - origin[dimension]) / length[dimension] - MARGIN), 0);
    }

    /** The last cell along a dimension that may hold a coordinate of at most {@code value}, likewise. */
    int to(int dimension, double value) {
        return bounded(
                dimension, Math.floor((value - origin[dimension]) / length[dimension] + MARGIN), counts[dimension] - 1);
    }

    private int bounded(int dimension, double cell, int everything) {
        if (Double.isInfinite(cell)) {
            return everything;
        }
        double far = points.periodic() ? 1e9 : counts[dimension];
        double near = points.periodic() ? -1e9 : -1;
        return (int) Math.clamp(cell, near, far);
    }

    /** Where the members of a cell begin. */
    int begin(int x, int y, int z) {
        return first[(z * counts[1] + y) * counts[0] + x];
    }

    /** Where they end. */
    int end(int x, int y, int z) {
        return first[(z * counts[1] + y) * counts[0] + x + 1];
    }

    int member(int position) {
        return members[position];
    }

    double coordinate(int dimension, int position) {
        return coordinates[dimension][position];
    }
}
