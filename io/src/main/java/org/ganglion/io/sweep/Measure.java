package org.ganglion.io.sweep;

/**
 * A number that a sweep tells of each trial.
 *
 * @param name of its column
 * @param expression of results of a run, such as {@code rate.E / rate.I}
 */
public record Measure(String name, String expression) {
    public Measure {
        if (name.isEmpty() || expression.isBlank()) {
            throw new IllegalArgumentException("a measure needs a name and an expression");
        }
    }
}
