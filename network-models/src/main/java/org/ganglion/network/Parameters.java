package org.ganglion.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ganglion.network.spec.Problem;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;

/**
 * Numbers that a Java model takes from the command line, each with the value it has otherwise.
 *
 * <p>Remembers which names the model asked for, so that one set in vain is found once the model has run.
 */
public final class Parameters {
    private final Map<String, Amount> given;
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Problem> wrongUnits = new ArrayList<>();

    /** A number with the unit it was given in, which is {@link Unit#NONE} for plain numbers. */
    public record Amount(double value, Unit unit) {}

    public Parameters(Map<String, Amount> given) {
        this.given = new LinkedHashMap<>(given);
    }

    /** Nothing is set. */
    public static Parameters none() {
        return new Parameters(Map.of());
    }

    /** A plain number. */
    public double number(String name, double standard) {
        return number(name, standard, Unit.NONE);
    }

    /** A number in a unit, e.g. {@code number("J", 0.1, Unit.MILLIVOLT)}. */
    public double number(String name, double standard, Unit unit) {
        asked.add(name);
        Amount amount = given.get(name);
        if (amount == null) {
            return standard;
        }
        if (amount.unit() != unit) {
            String needed =
                    unit == Unit.NONE ? "a plain number is needed" : unit.meaning() + " is needed, in " + unit.symbol();
            wrongUnits.add(new Problem(
                    name,
                    amount.unit().format(amount.value()) + " is "
                            + amount.unit().meaning() + "; " + needed));
            return standard;
        }
        return amount.value();
    }

    /** A whole number, such as a size. */
    public int whole(String name, int standard) {
        double value = number(name, standard);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            wrongUnits.add(
                    new Problem(name, Unit.NONE.format(value) + " is not a whole number of usual size; round it"));
            return standard;
        }
        return (int) value;
    }

    /** What was asked for until now but set in the wrong unit, or not whole. */
    public List<Problem> wrong() {
        return List.copyOf(wrongUnits);
    }

    /** What was set in vain or in the wrong unit; to be asked after the model has run. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(wrongUnits);
        for (String name : given.keySet()) {
            if (!asked.contains(name)) {
                problems.add(new Problem(name, Suggestion.unknown("parameter of the program", name, asked)));
            }
        }
        return problems;
    }
}
