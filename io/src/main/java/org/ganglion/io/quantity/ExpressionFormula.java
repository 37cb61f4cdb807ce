package org.ganglion.io.quantity;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.Unit;

/** A formula written as an expression, in which one name is the variable. Equal where the expression and the units are. */
public final class ExpressionFormula implements Formula {
    private final String variable;
    private final Unit variableUnit;
    private final Unit unit;
    private final String text;
    private final DoubleUnaryOperator value;

    /**
     * @param variableUnit unit of the number that {@link #at} takes
     * @param unit unit of the number that it gives
     * @param text an expression without any name but the variable
     */
    public ExpressionFormula(String variable, Unit variableUnit, Unit unit, String text) {
        this.variable = variable;
        this.variableUnit = variableUnit;
        this.unit = unit;
        this.text = text;
        this.value = CompiledExpression.of(text, variable, variableUnit, unit).orElse(this::evaluated);
    }

    @Override
    public String variable() {
        return variable;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public double at(double at) {
        return value.applyAsDouble(at);
    }

    /** The value by reading the expression anew. */
    double evaluated(double at) {
        return Expression.evaluate(text, binding(Names.NONE, variable, at, variableUnit))
                                instanceof Outcome.Value(Quantity quantity)
                        && quantity.dimension().equals(Units.dimension(unit))
                ? quantity.inUnit(unit)
                : Double.NaN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExpressionFormula that
                && variable.equals(that.variable)
                && variableUnit == that.variableUnit
                && unit == that.unit
                && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(variable, variableUnit, unit, text);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Names among which one is a variable with a value; it hides a parameter of the same name. */
    public static Names binding(Names others, String variable, double value, Unit unit) {
        Outcome bound = new Outcome.Value(new Quantity(value, Units.power(unit), Units.dimension(unit)));
        return new Names() {
            @Override
            public Collection<String> all() {
                return java.util.stream.Stream.concat(others.all().stream(), List.of(variable).stream())
                        .distinct()
                        .toList();
            }

            @Override
            public Outcome value(String name) {
                return name.equals(variable) ? bound : others.value(name);
            }
        };
    }

    /** An expression with the values of all names in it but the variable written out; names without value stay. */
    public static String written(String text, Names names, String variable) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = Expression.wordEnd(text, at);
            String word = text.substring(at, end);
            if (names.all().contains(word)
                    && !word.equals(variable)
                    && names.value(word) instanceof Outcome.Value(Quantity quantity)) {
                result.append('(').append(quantity.written()).append(')');
            } else {
                result.append(word);
            }
            at = end;
        }
        return result.toString();
    }
}
