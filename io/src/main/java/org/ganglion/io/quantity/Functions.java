package org.ganglion.io.quantity;

import java.util.List;

/** The functions that an expression may call. */
final class Functions {
    static final List<String> NAMES =
            List.of("sqrt", "exp", "log", "min", "max", "round", "floor", "ceil", "sin", "cos", "tanh", "abs");

    /** The name of the ratio of a circle's circumference to its diameter; a parameter may have it too. */
    static final String PI = "pi";

    private Functions() {}

    /** Applies a function; the message of a mistake is thrown as an {@link ArithmeticException}. */
    static Quantity apply(String name, List<Quantity> arguments) {
        if (name.equals("min") || name.equals("max")) {
            return extreme(name, arguments);
        }
        if (arguments.size() != 1) {
            throw new ArithmeticException(name + " takes one value, not " + arguments.size());
        }
        Quantity x = arguments.getFirst();
        return switch (name) {
            case "sqrt" -> root(x);
            case "abs" -> x.value() < 0 ? x.negated() : x;
            default -> ofPlain(name, x);
        };
    }

    private static Quantity extreme(String name, List<Quantity> arguments) {
        if (arguments.isEmpty()) {
            throw new ArithmeticException(name + " takes at least one value");
        }
        Quantity best = arguments.getFirst();
        for (Quantity next : arguments) {
            if (!next.dimension().equals(best.dimension())) {
                throw new ArithmeticException(name + " cannot compare " + describe(best) + " with " + describe(next));
            }
            double difference = next.withPower(best.power()).value() - best.value();
            if (name.equals("min") ? difference < 0 : difference > 0) {
                best = next;
            }
        }
        return best;
    }

    private static Quantity root(Quantity x) {
        if (x.value() < 0) {
            throw new ArithmeticException("sqrt of a negative value");
        }
        if (!x.dimension().isSquare()) {
            throw new ArithmeticException("sqrt of " + describe(x) + " has no unit that exists");
        }
        return x.root();
    }

    private static Quantity ofPlain(String name, Quantity x) {
        if (!x.dimension().equals(Dimension.NONE)) {
            throw new ArithmeticException(name + " takes a plain number, not " + describe(x)
                    + "; divide by a unit first, as in " + name + "(x / ms)");
        }
        double value = x.number();
        if (name.equals("log") && value <= 0) {
            throw new ArithmeticException("log of a value that is not positive");
        }
        return Quantity.plain(
                switch (name) {
                    case "exp" -> StrictMath.exp(value);
                    case "log" -> StrictMath.log(value);
                    case "round" -> value < 0 ? -Math.floor(0.5 - value) : Math.floor(value + 0.5);
                    case "floor" -> Math.floor(value);
                    case "ceil" -> Math.ceil(value);
                    case "sin" -> StrictMath.sin(value);
                    case "cos" -> StrictMath.cos(value);
                    case "tanh" -> StrictMath.tanh(value);
                    default -> throw new IllegalArgumentException(name);
                });
    }

    static String describe(Quantity quantity) {
        return Units.meaning(quantity.dimension());
    }
}
