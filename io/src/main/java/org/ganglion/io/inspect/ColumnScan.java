package org.ganglion.io.inspect;

import org.ganglion.io.sonata.source.H5Column;

/**
 * What a look at all numbers of a column tells.
 *
 * @param smallest of those that are finite; NaN if there are none
 * @param largest likewise
 * @param notFinite how many are NaN or infinite
 * @param rising whether none is below the one before
 */
record ColumnScan(long size, double smallest, double largest, long notFinite, boolean rising) {

    static ColumnScan of(H5Column column) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        long notFinite = 0;
        boolean rising = true;
        double before = Double.NEGATIVE_INFINITY;
        double[] part = new double[column.piece() * column.width()];
        for (long first = 0; first < column.size() && column.width() > 0; first += column.piece()) {
            int count = (int) Math.min(column.piece(), column.size() - first);
            column.doubles(first, count, part);
            for (int i = 0; i < count * column.width(); i++) {
                double value = part[i];
                if (!Double.isFinite(value)) {
                    notFinite++;
                    continue;
                }
                smallest = Math.min(smallest, value);
                largest = Math.max(largest, value);
                rising &= value >= before;
                before = value;
            }
        }
        boolean any = smallest <= largest;
        return new ColumnScan(
                column.size(), any ? smallest : Double.NaN, any ? largest : Double.NaN, notFinite, rising);
    }

    /** The range as text. */
    String range() {
        return Double.isNaN(smallest)
                ? "nothing"
                : smallest == largest ? Numbers.of(smallest) : Numbers.of(smallest) + " to " + Numbers.of(largest);
    }
}
