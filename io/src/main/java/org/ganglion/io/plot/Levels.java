package org.ganglion.io.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ganglion.io.sweep.SweepColumn;

/**
 * The different values of a parameter of a sweep, in ascending order where they are numbers, and which trial has which.
 *
 * @param title name and unit
 * @param labels of the values
 * @param of level of each trial
 * @param places where a value lies on an axis
 * @param even whether places are mere positions: the values are no numbers, or too far apart in size
 */
record Levels(String title, List<String> labels, List<Integer> of, List<Double> places, boolean even) {
    private static final double FAR_APART = 50;

    static Levels of(SweepColumn column, int size) {
        return column instanceof SweepColumn.Numbers numbers ? ofNumbers(numbers) : ofTexts(column, size);
    }

    private static Levels ofNumbers(SweepColumn.Numbers column) {
        List<Double> values = column.values().stream()
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        Map<Double, Integer> levels = new TreeMap<>();
        List<String> labels = new ArrayList<>();
        for (double value : values) {
            labels.add(column.text(column.values().indexOf(value)));
            levels.put(value, levels.size());
        }
        boolean even = values.getFirst() > 0 && values.getLast() > FAR_APART * values.getFirst();
        List<Integer> of = column.values().stream()
                .map(value -> levels.getOrDefault(value, 0))
                .toList();
        return new Levels(column.title(), labels, of, even ? positions(values.size()) : values, even);
    }

    private static Levels ofTexts(SweepColumn column, int size) {
        List<String> labels = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            String text = column.text(row);
            if (!labels.contains(text)) {
                labels.add(text);
            }
            of.add(labels.indexOf(text));
        }
        return new Levels(column.name(), labels, of, positions(labels.size()), true);
    }

    private static List<Double> positions(int count) {
        List<Double> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.add((double) i);
        }
        return positions;
    }

    int count() {
        return labels.size();
    }

    /** Where a trial lies on the axis. */
    double place(int trial) {
        return places.get(of.get(trial));
    }
}
