package org.ganglion.network.spec;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One parameter of a model, rule or distribution.
 *
 * @param name the field's usual name, as in NEST
 * @param kind a real number, a whole number, a switch (kept as 0 or 1), or a list of real numbers
 * @param unit the unit of the value
 * @param standard the value taken when none is given; empty where one must be given, and for lists
 * @param standardList for a list, the elements it has when none are given
 * @param allowed the values it, or each element, may take
 * @param sentence what it is
 * @param symbol how papers write it, as in τ_syn,ex: what follows the first {@code _} is a subscript; empty where it is
 *     known by its name alone
 */
public record ParameterSpec(
        String name,
        Kind kind,
        Unit unit,
        OptionalDouble standard,
        List<Double> standardList,
        Range allowed,
        String sentence,
        String symbol) {

    /** How a value is written. */
    public enum Kind {
        REAL,
        WHOLE,
        SWITCH,
        /** Any number of reals; each element is a parameter of its own, see {@link Elements}. Only neuron models have any. */
        LIST
    }

    public ParameterSpec {
        standardList = List.copyOf(standardList);
    }

    /** One value, with the symbol that follows from the name: τ_m for {@code tau_m}. */
    public ParameterSpec(String name, Kind kind, Unit unit, OptionalDouble standard, Range allowed, String sentence) {
        this(name, kind, unit, standard, List.of(), allowed, sentence, kind == Kind.SWITCH ? "" : Symbols.of(name));
    }

    /** The same with another symbol than the one that follows from the name. */
    public ParameterSpec withSymbol(String other) {
        return new ParameterSpec(name, kind, unit, standard, standardList, allowed, sentence, other);
    }

    public static ParameterSpec real(String name, Unit unit, double standard, Range allowed, String sentence) {
        return new ParameterSpec(name, Kind.REAL, unit, OptionalDouble.of(standard), allowed, sentence);
    }

    public static ParameterSpec requiredReal(String name, Unit unit, Range allowed, String sentence) {
        return new ParameterSpec(name, Kind.REAL, unit, OptionalDouble.empty(), allowed, sentence);
    }

    public static ParameterSpec requiredWhole(String name, Range allowed, String sentence) {
        return new ParameterSpec(name, Kind.WHOLE, Unit.NONE, OptionalDouble.empty(), allowed, sentence);
    }

    public static ParameterSpec requiredWhole(String name, Unit unit, Range allowed, String sentence) {
        return new ParameterSpec(name, Kind.WHOLE, unit, OptionalDouble.empty(), allowed, sentence);
    }

    public static ParameterSpec onOff(String name, boolean standard, String sentence) {
        return new ParameterSpec(
                name, Kind.SWITCH, Unit.NONE, OptionalDouble.of(standard ? 1 : 0), Range.PROBABILITY, sentence);
    }

    public static ParameterSpec list(String name, Unit unit, Range allowed, String sentence, double... standard) {
        return new ParameterSpec(
                name,
                Kind.LIST,
                unit,
                OptionalDouble.empty(),
                Arrays.stream(standard).boxed().toList(),
                allowed,
                sentence,
                Symbols.of(name));
    }

    public boolean isList() {
        return kind == Kind.LIST;
    }

    /** One element of a list, as a parameter. */
    public ParameterSpec element(int index) {
        return requiredReal(Elements.name(name, index), unit, allowed, sentence);
    }
}
