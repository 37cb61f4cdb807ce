package org.ganglion.cli.shell;

import java.util.Locale;
import org.ganglion.network.Population;

/** Spikes as lines of text: a row for each of a few neurons of each population, time from left to right. */
final class TextRaster {
    private static final int COLUMNS = 72;
    private static final int MOST_ROWS = 12;

    private TextRaster() {}

    /**
     * Draws what is between two times.
     *
     * @param only the population to draw, or empty for all
     */
    static String of(Spikes all, double fromMs, double toMs, String only) {
        Spikes spikes = all.between(fromMs, toMs);
        int widest = all.network().populations().stream()
                .mapToInt(p -> p.name().length())
                .max()
                .orElse(0);
        StringBuilder out = new StringBuilder();
        for (Population population : all.network().populations()) {
            if (only.isEmpty() || population.name().equals(only)) {
                rows(out, spikes, population, widest, fromMs, toMs);
            }
        }
        String left = Session.time(fromMs) + " ms";
        String right = Session.time(toMs) + " ms";
        int between = Math.max(1, COLUMNS - left.length() - right.length());
        out.append(" ".repeat(widest + 8))
                .append(left)
                .append(" ".repeat(between))
                .append(right);
        return out.toString();
    }

    private static void rows(
            StringBuilder out, Spikes spikes, Population population, int widest, double fromMs, double toMs) {
        int rows = Math.min(MOST_ROWS, population.size());
        char[][] marks = new char[rows][COLUMNS];
        for (char[] row : marks) {
            java.util.Arrays.fill(row, ' ');
        }
        int first = spikes.first(population.name());
        for (int i = 0; i < spikes.size(); i++) {
            int row = rowOf(spikes.neurons()[i] - first, population.size(), rows);
            if (row >= 0) {
                int column = (int) ((spikes.timeMs(i) - fromMs) / (toMs - fromMs) * COLUMNS);
                marks[row][Math.clamp(column, 0, COLUMNS - 1)] = '|';
            }
        }
        for (int row = 0; row < rows; row++) {
            String name = row == 0 ? population.name() : "";
            int neuron = neuronOf(row, population.size(), rows);
            out.append(String.format(Locale.ROOT, "%-" + widest + "s %6d ", name, neuron))
                    .append(new String(marks[row]).stripTrailing())
                    .append('\n');
        }
    }

    private static int neuronOf(int row, int size, int rows) {
        return (int) ((long) row * size / rows);
    }

    /** The row of a neuron, or -1 where it has none. */
    private static int rowOf(int neuron, int size, int rows) {
        if (neuron < 0 || neuron >= size) {
            return -1;
        }
        int row = (int) (((long) neuron * rows + rows - 1) / size);
        return row < rows && neuronOf(row, size, rows) == neuron ? row : -1;
    }
}
