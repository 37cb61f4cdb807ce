package org.ganglion.network.spec;

import java.util.OptionalDouble;

/**
 * One parameter of a model, rule or distribution.
 *
 * @param name the field's usual name, as in NEST
 * @param kind a real number, a whole number, or a switch (kept as 0 or 1)
 * @param unit the unit of the value
 * @param standard the value taken when none is given; empty where one must be given
 * @param allowed the values it may take
 * @param sentence what it is
 * @param symbol how papers write it, as in τ_syn,ex: what follows the first {@code _} is a subscript; empty where it is
 *     known by its name alone
 */
public record ParameterSpec(
        String name, Kind kind, Unit unit, OptionalDouble standard, Range allowed, String sentence, String symbol) {

    /** With the symbol that follows from the name: τ_m for {@code tau_m}. */
    public ParameterSpec(String name, Kind kind, Unit unit, OptionalDouble standard, Range allowed, String sentence) {
        this(name, kind, unit, standard, allowed, sentence, kind == Kind.SWITCH ? "" : Symbols.of(name));
    }

    /** The same with another symbol than the one that follows from the name. */
    public ParameterSpec withSymbol(String other) {
        return new ParameterSpec(name, kind, unit, standard, allowed, sentence, other);
    }

    /** How a value is written. */
    public enum Kind {
        REAL,
        WHOLE,
        SWITCH
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
}
