package org.ganglion.io.table;

import java.util.Map;

/** Columns of numbers, all of the same length. */
public final class Table {
    private final int rows;
    private final Map<String, int[]> wholes;
    private final Map<String, double[]> numbers;

    Table(int rows, Map<String, int[]> wholes, Map<String, double[]> numbers) {
        this.rows = rows;
        this.wholes = Map.copyOf(wholes);
        this.numbers = Map.copyOf(numbers);
    }

    public int rows() {
        return rows;
    }

    /** Whether there is a column of this name. */
    public boolean has(String name) {
        return wholes.containsKey(name) || numbers.containsKey(name);
    }

    /** A column of whole numbers. */
    public int[] wholes(String name) {
        return wholes.getOrDefault(name, new int[0]);
    }

    /** A column of numbers; empty where there is none. */
    public double[] numbers(String name) {
        return numbers.getOrDefault(name, new double[0]);
    }
}
