package org.ganglion.io.analysis;

import java.util.BitSet;

/**
 * Which of some neurons spiked when: rows of neurons, columns of time.
 *
 * @param rows number of neurons, spread evenly over those that were recorded
 * @param columns parts of the time, equally long
 * @param set {@code [row * columns + column]}
 */
public record Marks(int rows, int columns, BitSet set) {
    public Marks {
        if ((long) rows * columns > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(rows + " rows of " + columns + " columns are too many");
        }
    }

    public boolean at(int row, int column) {
        return set.get(row * columns + column);
    }

    public int count() {
        return set.cardinality();
    }
}
