package org.ganglion.io.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.ganglion.network.spec.Unit;

/**
 * An expression of one variable, read once and then computed with plain numbers: the same operations in the same order as
 * {@link Expression} takes, so the same bits, some thirty times as fast. Knows less of the grammar; what it does not know
 * is left to {@link Expression}.
 */
final class CompiledExpression {
    private final String text;
    private final String variable;
    private final Term bound;
    private int at;

    /** A value that may depend on the variable, times ten to a power that does not, as in {@link Quantity}. */
    private record Term(DoubleUnaryOperator value, int power, Dimension dimension, boolean constant) {

        static Term of(Quantity quantity) {
            double value = quantity.value();
            return new Term(x -> value, quantity.power(), quantity.dimension(), true);
        }

        Term with(DoubleUnaryOperator newValue) {
            return new Term(newValue, power, dimension, constant);
        }

        DoubleUnaryOperator withPower(int newPower) {
            int difference = power - newPower;
            if (difference == 0) {
                return value;
            }
            double factor = StrictMath.pow(10, Math.abs(difference));
            return difference > 0 ? x -> value.applyAsDouble(x) * factor : x -> value.applyAsDouble(x) / factor;
        }
    }

    /** What this class does not know. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super(null, null, false, false);
        }
    }

    private CompiledExpression(String text, String variable, Unit unit) {
        this.text = text;
        this.variable = variable;
        this.bound = new Term(x -> x, Units.power(unit), Units.dimension(unit), false);
    }

    /** The expression in a unit; NaN where it has no value. Empty where it is not known how to compute it so. */
    static Optional<DoubleUnaryOperator> of(String text, String variable, Unit variableUnit, Unit unit) {
        CompiledExpression expression = new CompiledExpression(text, variable, variableUnit);
        try {
            Term term = expression.sum();
            expression.skipBlanks();
            boolean whole = expression.at == text.length();
            return whole && term.dimension().equals(Units.dimension(unit))
                    ? Optional.of(finite(term.withPower(Units.power(unit))))
                    : Optional.empty();
        } catch (Unknown | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static DoubleUnaryOperator finite(DoubleUnaryOperator value) {
        return x -> {
            double result = value.applyAsDouble(x);
            return Double.isInfinite(result) ? Double.NaN : result;
        };
    }

    private Term sum() {
        Term left = product();
        for (char operator = peek(); operator == '+' || operator == '-'; operator = peek()) {
            at++;
            Term right = product();
            if (!left.dimension().equals(right.dimension())) {
                throw new Unknown();
            }
            DoubleUnaryOperator a = left.value();
            DoubleUnaryOperator b = right.withPower(left.power());
            DoubleUnaryOperator value = operator == '+'
                    ? x -> a.applyAsDouble(x) + b.applyAsDouble(x)
                    : x -> a.applyAsDouble(x) - b.applyAsDouble(x);
            left = new Term(finite(value), left.power(), left.dimension(), left.constant() && right.constant());
        }
        return left;
    }

    private Term product() {
        Term left = sign();
        for (char operator = peek(); operator == '*' || operator == '/'; operator = peek()) {
            at++;
            Term right = sign();
            DoubleUnaryOperator a = left.value();
            DoubleUnaryOperator b = right.value();
            boolean times = operator == '*';
            DoubleUnaryOperator value =
                    times ? x -> a.applyAsDouble(x) * b.applyAsDouble(x) : x -> a.applyAsDouble(x) / b.applyAsDouble(x);
            left = new Term(
                    finite(value),
                    left.power() + (times ? right.power() : -right.power()),
                    left.dimension()
                            .times(times ? right.dimension() : right.dimension().power(-1)),
                    left.constant() && right.constant());
        }
        return left;
    }

    private Term sign() {
        char next = peek();
        if (next == '-') {
            at++;
            Term term = sign();
            DoubleUnaryOperator value = term.value();
            return term.with(x -> -value.applyAsDouble(x));
        }
        if (next == '+') {
            at++;
            return sign();
        }
        return power();
    }

    private Term power() {
        Term base = atom();
        if (peek() != '^') {
            return base;
        }
        at++;
        Term exponent = sign();
        if (!exponent.dimension().equals(Dimension.NONE)) {
            throw new Unknown();
        }
        boolean constant = base.constant() && exponent.constant();
        DoubleUnaryOperator e = exponent.withPower(0);
        if (base.dimension().equals(Dimension.NONE)) {
            DoubleUnaryOperator b = base.withPower(0);
            DoubleUnaryOperator value = x -> StrictMath.pow(b.applyAsDouble(x), e.applyAsDouble(x));
            return new Term(finite(value), 0, Dimension.NONE, constant);
        }
        double fixed = e.applyAsDouble(0);
        if (!exponent.constant() || fixed != Math.rint(fixed) || Math.abs(fixed) > 9) {
            throw new Unknown();
        }
        DoubleUnaryOperator b = base.value();
        return new Term(
                finite(x -> StrictMath.pow(b.applyAsDouble(x), fixed)),
                base.power() * (int) fixed,
                base.dimension().power((int) fixed),
                constant);
    }

    private Term atom() {
        char next = peek();
        if (next == '(') {
            at++;
            Term inside = sum();
            close();
            return inside;
        }
        int start = at;
        if (at >= text.length()) {
            throw new Unknown();
        }
        at = Expression.wordEnd(text, at);
        String word = text.substring(start, at);
        if (word.equals(variable)) {
            return bound;
        }
        if (Functions.NAMES.contains(word) && peek() == '(') {
            return call(word);
        }
        if (Expression.isNumber(word)) {
            skipBlanks();
            int end = at < text.length() ? Expression.wordEnd(text, at) : at;
            if (end > at && Units.find(text.substring(at, end)).isPresent()) {
                at = end;
                if (peek() == '^') {
                    throw new Unknown();
                }
            }
        }
        return Expression.evaluate(text.substring(start, at), Names.NONE) instanceof Outcome.Value(Quantity quantity)
                ? Term.of(quantity)
                : unknown();
    }

    private static Term unknown() {
        throw new Unknown();
    }

    private Term call(String function) {
        at++;
        List<Term> arguments = new ArrayList<>(List.of(sum()));
        while (peek() == ',') {
            at++;
            arguments.add(sum());
        }
        close();
        Term first = arguments.getFirst();
        boolean extreme = function.equals("min") || function.equals("max");
        if (extreme) {
            return extreme(function.equals("min"), arguments);
        }
        if (arguments.size() != 1) {
            throw new Unknown();
        }
        if (function.equals("abs")) {
            DoubleUnaryOperator value = first.value();
            return first.with(x -> {
                double v = value.applyAsDouble(x);
                return v < 0 ? -v : v;
            });
        }
        if (!first.dimension().equals(Dimension.NONE) || (function.equals("sqrt") && first.power() != 0)) {
            throw new Unknown();
        }
        DoubleUnaryOperator plain = first.withPower(0);
        DoubleUnaryOperator applied = plain(function);
        return new Term(
                finite(x -> applied.applyAsDouble(plain.applyAsDouble(x))), 0, Dimension.NONE, first.constant());
    }

    private static DoubleUnaryOperator plain(String function) {
        return switch (function) {
            case "sqrt" -> Math::sqrt;
            case "exp" -> StrictMath::exp;
            case "log" -> StrictMath::log;
            case "round" -> v -> v < 0 ? -Math.floor(0.5 - v) : Math.floor(v + 0.5);
            case "floor" -> Math::floor;
            case "ceil" -> Math::ceil;
            case "sin" -> StrictMath::sin;
            case "cos" -> StrictMath::cos;
            case "tanh" -> StrictMath::tanh;
            default -> throw new Unknown();
        };
    }

    private static Term extreme(boolean smallest, List<Term> arguments) {
        Term first = arguments.getFirst();
        DoubleUnaryOperator best = first.value();
        boolean constant = first.constant();
        for (Term next : arguments.subList(1, arguments.size())) {
            if (!next.dimension().equals(first.dimension()) || next.power() != first.power()) {
                throw new Unknown();
            }
            DoubleUnaryOperator before = best;
            DoubleUnaryOperator value = next.value();
            best = x -> {
                double a = before.applyAsDouble(x);
                double b = value.applyAsDouble(x);
                double difference = b - a;
                if (Double.isNaN(difference)) {
                    return Double.NaN;
                }
                return (smallest ? difference < 0 : difference > 0) ? b : a;
            };
            constant &= next.constant();
        }
        return new Term(best, first.power(), first.dimension(), constant);
    }

    private void close() {
        if (peek() != ')') {
            throw new Unknown();
        }
        at++;
    }

    private char peek() {
        skipBlanks();
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
