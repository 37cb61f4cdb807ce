package org.ganglion.cli.shell;

import java.util.Arrays;
import java.util.Locale;

/**
 * A state variable of one neuron over time.
 *
 * @param neuron index in its population
 * @param timesMs {@code [sample]}
 * @param values {@code [sample]}
 */
public record Trace(String population, int neuron, String variable, double[] timesMs, double[] values) {
    private static final int COLUMNS = 72;
    private static final int ROWS = 9;

    /** A drawing of text, smallest and largest value at its side. */
    @Override
    public String toString() {
        String title = variable + " of " + population + " " + neuron;
        if (values.length == 0) {
            return title + ": nothing yet";
        }
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        char[][] marks = new char[ROWS][COLUMNS];
        for (char[] row : marks) {
            Arrays.fill(row, ' ');
        }
        for (int i = 0; i < values.length; i++) {
            int column = (int) ((long) i * COLUMNS / values.length);
            int row = high > low ? (int) Math.round((high - values[i]) / (high - low) * (ROWS - 1)) : ROWS / 2;
            marks[row][column] = '*';
        }
        StringBuilder out = new StringBuilder(title).append('\n');
        for (int row = 0; row < ROWS; row++) {
            String label = row == 0 ? number(high) : row == ROWS - 1 ? number(low) : "";
            out.append(String.format(Locale.ROOT, "%9s ", label))
                    .append(new String(marks[row]).stripTrailing())
                    .append('\n');
        }
        String left = Session.time(timesMs[0]) + " ms";
        String right = Session.time(timesMs[timesMs.length - 1]) + " ms";
        int between = Math.max(1, COLUMNS - left.length() - right.length());
        return out.append(" ".repeat(10))
                .append(left)
                .append(" ".repeat(between))
                .append(right)
                .toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
