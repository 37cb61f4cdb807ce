package org.ganglion.network.spec;

/**
 * One state variable of a neuron model.
 *
 * @param name as in NEST, e.g. {@code V_m}
 * @param settable whether a file may give its initial value
 * @param standard the initial value when none is given; where {@code standardFrom} is not empty, the parameter of that
 *     name is the initial value instead
 * @param allowed the initial values it may be given
 */
public record VariableSpec(
        String name,
        Unit unit,
        boolean settable,
        double standard,
        String standardFrom,
        Range allowed,
        String sentence) {

    /** A variable that may begin at any finite value. */
    public VariableSpec(
            String name, Unit unit, boolean settable, double standard, String standardFrom, String sentence) {
        this(name, unit, settable, standard, standardFrom, Range.ANY, sentence);
    }

    /** How papers write it, as {@link ParameterSpec#symbol}. */
    public String symbol() {
        return Symbols.of(name);
    }

    /** A variable that starts at 0 and can be recorded but not set. */
    public static VariableSpec recordable(String name, Unit unit, String sentence) {
        return new VariableSpec(name, unit, false, 0, "", sentence);
    }

    /** A variable whose initial value can be set and otherwise is this. */
    public static VariableSpec startingAt(double standard, String name, Unit unit, String sentence) {
        return new VariableSpec(name, unit, true, standard, "", sentence);
    }

    /** A variable whose initial value can be set and otherwise is the value of a parameter. */
    public static VariableSpec startingAt(String parameter, String name, Unit unit, String sentence) {
        return new VariableSpec(name, unit, true, 0, parameter, sentence);
    }
}
