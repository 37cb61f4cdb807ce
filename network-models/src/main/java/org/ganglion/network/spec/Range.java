package org.ganglion.network.spec;

/** The values a parameter may take; bounds may be infinite. NaN is never inside. */
public record Range(double low, boolean lowInside, double high, boolean highInside) {
    public static final Range ANY = new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
    public static final Range POSITIVE = new Range(0, false, Double.POSITIVE_INFINITY, false);
    public static final Range NOT_NEGATIVE = new Range(0, true, Double.POSITIVE_INFINITY, false);
    public static final Range PROBABILITY = new Range(0, true, 1, true);

    public static Range atLeast(double low) {
        return new Range(low, true, Double.POSITIVE_INFINITY, false);
    }

    public boolean contains(double value) {
        boolean aboveLow = lowInside ? value >= low : value > low;
        boolean belowHigh = highInside ? value <= high : value < high;
        return aboveLow && belowHigh;
    }

    /** The bounds in words, e.g. "above 0 ms", for messages and tables. */
    public String describe(Unit unit) {
        String below = lowInside ? "at least " : "above ";
        String above = highInside ? "at most " : "below ";
        if (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY) {
            return "any finite value";
        }
        if (high == Double.POSITIVE_INFINITY) {
            return below + unit.format(low);
        }
        if (low == Double.NEGATIVE_INFINITY) {
            return above + unit.format(high);
        }
        return below + unit.format(low) + " and " + above + unit.format(high);
    }
}
