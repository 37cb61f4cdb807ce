package org.ganglion.network.spec;

/** The unit in which a quantity of one dimension is kept inside Ganglion. Files may use any prefix of it. */
public enum Unit {
    NONE("", "a plain number"),
    MILLISECOND("ms", "a time"),
    MILLIVOLT("mV", "a voltage"),
    PICOAMPERE("pA", "a current"),
    PICOFARAD("pF", "a capacitance"),
    NANOSIEMENS("nS", "a conductance"),
    HERTZ("Hz", "a rate"),
    /** The unit of inverse time constants; files may write Hz as well. */
    PER_MILLISECOND("/ms", "a rate"),
    /** Whatever unit the drawn values have, for a distribution's parameters; that of the weights, for a synapse's. */
    DRAWN("", "the unit of what is drawn");

    private final String symbol;
    private final String meaning;

    Unit(String symbol, String meaning) {
        this.symbol = symbol;
        this.meaning = meaning;
    }

    /** As written behind a number, e.g. {@code ms}; empty for plain numbers. */
    public String symbol() {
        return symbol;
    }

    /** What it measures, for messages, e.g. "a time". */
    public String meaning() {
        return meaning;
    }

    /** A value with its unit as a user would write it, e.g. {@code 1.5 ms}. */
    public String format(double value) {
        String number = value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
        return symbol.isEmpty() ? number : number + " " + symbol;
    }
}
