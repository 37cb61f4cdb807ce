package org.ganglion.io.sweep;

/**
 * A number that a sweep tells of each trial.
 *
 * @param name of its column
 * @param expression of results of a run, such as {@code rate.E / rate.I}
 * @param window the part of the run that the results are of
 */
public record Measure(String name, String expression, TimeWindow window) {
    public Measure {
        if (name.isEmpty() || expression.isBlank()) {
            throw new IllegalArgumentException("a measure needs a name and an expression");
        }
    }

    /** A measure of all that was recorded. */
    public Measure(String name, String expression) {
        this(name, expression, TimeWindow.WHOLE);
    }
}
