package org.ganglion.io.table;

/**
 * A column that a table may have.
 *
 * @param required whether a table without it is a mistake
 * @param whole whether its values are whole numbers
 * @param size whole numbers are below this
 * @param owner whose numbers these are, for messages: "E has the neurons 0 to 99"
 */
public record Column(String name, boolean required, boolean whole, int size, String owner) {

    /** Numbers of the neurons of a population. */
    public static Column neurons(String name, int size, String population) {
        return new Column(name, true, true, size, population);
    }

    /** Finite numbers. */
    public static Column numbers(String name, boolean required) {
        return new Column(name, required, false, 0, "");
    }

    /** What is wrong with a value; empty where nothing is. */
    String objection(double value, String text) {
        if (!Double.isFinite(value)) {
            return name + " " + text + " is not a finite number";
        }
        if (!whole) {
            return "";
        }
        if (value != Math.rint(value)) {
            return name + " " + text + " is not a whole number";
        }
        return value >= 0 && value < size
                ? ""
                : name + " " + text + ": " + owner + " has the neurons 0 to " + (size - 1);
    }
}
