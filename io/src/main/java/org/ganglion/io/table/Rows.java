package org.ganglion.io.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of a table as they are read, in arrays that grow. */
final class Rows {
    private final List<Column> columns;
    private final int[][] wholes; // [column][row]
    private final double[][] numbers;
    private int count;

    Rows(List<Column> columns) {
        this.columns = columns;
        this.wholes = new int[columns.size()][];
        this.numbers = new double[columns.size()][];
        for (int c = 0; c < columns.size(); c++) {
            wholes[c] = new int[columns.get(c).whole() ? 1024 : 0];
            numbers[c] = new double[columns.get(c).whole() ? 0 : 1024];
        }
    }

    void set(int column, double value) {
        if (columns.get(column).whole()) {
            if (count == wholes[column].length) {
                wholes[column] = Arrays.copyOf(wholes[column], grown());
            }
            wholes[column][count] = (int) value;
        } else {
            if (count == numbers[column].length) {
                numbers[column] = Arrays.copyOf(numbers[column], grown());
            }
            numbers[column][count] = value;
        }
    }

    private int grown() {
        return count + (count >> 1);
    }

    void next() {
        count++;
    }

    Table table() {
        Map<String, int[]> ofWholes = new HashMap<>();
        Map<String, double[]> ofNumbers = new HashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).whole()) {
                ofWholes.put(columns.get(c).name(), Arrays.copyOf(wholes[c], count));
            } else {
                ofNumbers.put(columns.get(c).name(), Arrays.copyOf(numbers[c], count));
            }
        }
        return new Table(count, ofWholes, ofNumbers);
    }
}
