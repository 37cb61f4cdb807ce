package org.ganglion.io.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ganglion.io.quantity.Dimension;
import org.ganglion.io.quantity.Expression;
import org.ganglion.io.quantity.Names;
import org.ganglion.io.quantity.Outcome;
import org.ganglion.io.quantity.Quantity;
import org.ganglion.io.quantity.Units;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.ParameterSpec.Kind;
import org.ganglion.network.spec.Unit;

/**
 * Turns nodes into numbers in the units of {@link Unit}, whole numbers, switches and words.
 *
 * <p>Where a node is no such thing this is reported, and NaN or another value that no check lets pass is returned.
 */
final class Numbers {
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?\\.?(nan|inf|infinity)");

    private final Findings findings;
    private final Names names;

    Numbers(Findings findings, Names names) {
        this.findings = findings;
        this.names = names;
    }

    /** Reads expressions of a variable, with the same names. */
    FormulaReader formulas() {
        return new FormulaReader(findings, names);
    }

    /** Whether the file has a parameter of this name. */
    boolean knows(String name) {
        return names.all().contains(name);
    }

    /** A number in a unit, whose dimension it must have. */
    double number(String path, Yaml node, Unit unit) {
        return scalar(path, node, "a number").map(s -> inUnit(path, s, unit)).orElse(Double.NaN);
    }

    /** A number whose dimension is not known, because what it belongs to is broken. */
    double number(String path, Yaml node, Optional<Unit> unit) {
        if (unit.isPresent()) {
            return number(path, node, unit.get());
        }
        scalar(path, node, "a number").ifPresent(s -> evaluate(findings, path, s, names));
        findings.suspect(path);
        return Double.NaN;
    }

    /** A value for a parameter of a model, rule or distribution. */
    double number(String path, Yaml node, ParameterSpec spec, Optional<Unit> unit) {
        return spec.kind() == Kind.SWITCH ? onOff(path, node, true) : number(path, node, unit);
    }

    /** The items of a list; a single value counts as a list of one. Each is placed at {@code path.number}. */
    List<Yaml> list(String path, Yaml node) {
        List<Yaml> items = node instanceof Yaml.Sequence sequence ? sequence.items() : List.of(node);
        for (int i = 0; i < items.size(); i++) {
            findings.place(path + "." + i, items.get(i).at());
        }
        return items;
    }

    private double inUnit(String path, Yaml.Scalar scalar, Unit unit) {
        if (!(evaluate(findings, path, scalar, names) instanceof Outcome.Value(Quantity quantity))) {
            return Double.NaN;
        }
        if (quantity.dimension().equals(Units.dimension(unit))) {
            return quantity.inUnit(unit);
        }
        findings.report(scalar.at(), path, wrongUnit(scalar.text().strip(), quantity, unit));
        return Double.NaN;
    }

    /** What is said of a quantity of another dimension than that of a unit. */
    static String wrongUnit(String text, Quantity quantity, Unit unit) {
        boolean none = quantity.dimension().equals(Dimension.NONE);
        if (unit == Unit.NONE) {
            return text + " is " + Units.meaning(quantity.dimension())
                    + "; a plain number is needed: remove the unit or divide by it";
        }
        if (none && Expression.isNumber(text)) {
            return text + " has no unit; " + unit.meaning() + " is needed: write " + text + " " + unit.symbol();
        }
        if (none) {
            return text + " has no unit; " + unit.meaning() + " is needed: multiply by " + unit.symbol()
                    + " or give units to the values in it";
        }
        return text + " is " + Units.meaning(quantity.dimension()) + "; " + unit.meaning() + " is needed, in "
                + unit.symbol() + " or with another prefix";
    }

    /** The value of an expression; what is wrong with it is reported, so that there is never a mistake left. */
    static Outcome evaluate(Findings findings, String path, Yaml.Scalar scalar, Names names) {
        String text = scalar.text().strip();
        if (NOT_FINITE.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
            findings.report(scalar.at(), path, text + " is not a finite number; write one");
            return new Outcome.Broken();
        }
        if (isWord(text)) {
            findings.report(scalar.at(), path, text + " is a switch; a number is needed");
            return new Outcome.Broken();
        }
        Outcome outcome = Expression.evaluate(scalar.text(), names);
        return switch (outcome) {
            case Outcome.Mistake(String message, int offset) -> {
                String in = names.all().contains(text) || message.contains("\"" + text + "\"") ? "" : text + ": ";
                findings.report(scalar.at(offset), path, in + message);
                yield new Outcome.Broken();
            }
            case Outcome.Broken broken -> {
                findings.suspect(path);
                yield broken;
            }
            case Outcome.Value value -> value;
        };
    }

    private static boolean isWord(String text) {
        return text.equals("true") || text.equals("false");
    }

    /** A whole number that fits an int, or the value that stands for a broken one. */
    int whole(String path, Yaml node, int broken) {
        double value = number(path, node, Unit.NONE);
        if (Double.isNaN(value)) {
            return broken;
        }
        double rounded = Math.rint(value);
        if (Math.abs(value - rounded) > 1e-9 * Math.max(1, Math.abs(value))) {
            findings.report(
                    node.at(), path, Unit.NONE.format(value) + " is not a whole number; write round(...) around it");
            return broken;
        }
        if (Math.abs(rounded) >= Integer.MAX_VALUE) {
            findings.report(
                    node.at(), path, Unit.NONE.format(value) + " is too large; it must be below " + Integer.MAX_VALUE);
            return broken;
        }
        return (int) rounded;
    }

    /** A seed: any whole number of 64 bits, or an expression for one that a double holds. */
    long seed(String path, Yaml node) {
        if (node instanceof Yaml.Scalar scalar) {
            try {
                return Long.parseLong(scalar.text().strip());
            } catch (NumberFormatException notWritten) {
                return whole(path, node, 0);
            }
        }
        return whole(path, node, 0);
    }

    boolean flag(String path, Yaml node, boolean standard) {
        return onOff(path, node, standard) != 0;
    }

    private double onOff(String path, Yaml node, boolean standard) {
        if (node instanceof Yaml.Scalar scalar && isWord(scalar.text().strip())) {
            return scalar.text().strip().equals("true") ? 1 : 0;
        }
        findings.report(node.at(), path, node.kind() + " is not a switch; write true or false");
        return standard ? 1 : 0;
    }

    /** A word, such as a name. */
    Optional<String> word(String path, Yaml node) {
        return scalar(path, node, "a name").map(s -> s.text().strip());
    }

    private Optional<Yaml.Scalar> scalar(String path, Yaml node, String needed) {
        if (node instanceof Yaml.Scalar scalar && !scalar.isEmpty()) {
            return Optional.of(scalar);
        }
        findings.report(node.at(), path, needed + " is needed here, not " + node.kind());
        return Optional.empty();
    }
}
