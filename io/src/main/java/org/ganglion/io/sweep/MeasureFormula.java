package org.ganglion.io.sweep;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ganglion.io.quantity.Dimension;
import org.ganglion.io.quantity.Expression;
import org.ganglion.io.quantity.Names;
import org.ganglion.io.quantity.Outcome;
import org.ganglion.io.quantity.Quantity;
import org.ganglion.io.quantity.Units;
import org.ganglion.network.spec.Unit;

/**
 * Evaluates the expressions of {@link Measure}s over the results of a run.
 *
 * <p>Names are {@code rate.P} (Hz), {@code cv.P}, {@code synchrony.P}, {@code spikes.P} and {@code neurons.P} of each
 * population P, and {@code spikes} and {@code neurons} of all. A dot is no part of a name in expressions, nor are the
 * {@code -} and {@code +} that names of populations may have; for the evaluation they are replaced by letters that nobody
 * writes, which keeps the places of mistakes.
 */
public final class MeasureFormula {
    private static final char DOT = '\ua78f';
    private static final char MINUS = '\ua7f7';
    private static final char PLUS = '\u1429';

    /** What is known of each population. */
    public static final List<String> OF_POPULATION = List.of("rate", "cv", "synchrony", "spikes", "neurons");

    /** What is known of the network. */
    public static final List<String> OF_ALL = List.of("spikes", "neurons");

    private static final String RATE = "rate.";

    private MeasureFormula() {}

    /** The names that an expression may have in it, for a network with these populations. */
    public static Set<String> names(Collection<String> populations) {
        Set<String> names = new LinkedHashSet<>();
        for (String result : OF_POPULATION) {
            populations.forEach(p -> names.add(result + "." + p));
        }
        names.addAll(OF_ALL);
        return names;
    }

    /** Results with NaN for each that is missing, so that {@code cv.E-1} is never taken for {@code cv.E - 1}. */
    static Map<String, Double> complete(Map<String, Double> results, Collection<String> populations) {
        Map<String, Double> all = all(populations, Double.NaN);
        all.putAll(results);
        return all;
    }

    /**
     * The value of an expression.
     *
     * @param results by name; each that has none, such as the CV of a silent population, is NaN
     * @return a value, or a mistake; of the mistake, the message has the names as they are written
     */
    public static Outcome evaluate(String expression, Map<String, Double> results) {
        Outcome outcome = Expression.evaluate(hidden(expression, results.keySet()), new Results(results));
        return outcome instanceof Outcome.Mistake(String message, int offset)
                ? new Outcome.Mistake(shown(message), offset)
                : outcome;
    }

    /** Why an expression is none for a network with these populations, and where; nothing if it is one. */
    public static Optional<Outcome.Mistake> objection(String expression, Collection<String> populations) {
        return switch (evaluate(expression, all(populations, 1))) {
            case Outcome.Value(Quantity quantity) ->
                Units.of(quantity.dimension()).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Outcome.Mistake(
                                "the result is " + Units.meaning(quantity.dimension()) + "; divide by a unit", 0));
            case Outcome.Mistake mistake when isByChance(mistake) -> Optional.empty();
            case Outcome.Mistake mistake -> Optional.of(mistake);
            case Outcome.Broken _ -> Optional.empty();
        };
    }

    /** Whether a mistake comes from the values tried, not from the expression. */
    private static boolean isByChance(Outcome.Mistake mistake) {
        String message = mistake.message();
        return message.startsWith("division by zero")
                || message.startsWith("log of")
                || message.startsWith("sqrt of a negative");
    }

    /** The value in the unit of its dimension; NaN where there is none. */
    public static double number(String expression, Map<String, Double> results) {
        return evaluate(expression, results) instanceof Outcome.Value(Quantity quantity)
                ? Units.of(quantity.dimension()).map(quantity::inUnit).orElse(Double.NaN)
                : Double.NaN;
    }

    /** The unit in which {@link #number} gives it. */
    public static Unit unit(String expression, Collection<String> populations) {
        return evaluate(expression, all(populations, 0.5)) instanceof Outcome.Value(Quantity quantity)
                ? Units.of(quantity.dimension()).orElse(Unit.NONE)
                : Unit.NONE;
    }

    private static Map<String, Double> all(Collection<String> populations, double value) {
        Map<String, Double> all = new LinkedHashMap<>();
        names(populations).forEach(name -> all.put(name, value));
        return all;
    }

    private static String hidden(String expression, Set<String> names) {
        StringBuilder hidden = new StringBuilder(expression);
        for (int at = 0; at < expression.length(); at++) {
            boolean inside = at > 0 && isPart(expression.charAt(at - 1));
            int end = inside ? at : end(expression, at, names);
            for (int i = at; i < end; i++) {
                hidden.setCharAt(i, letter(expression.charAt(i)));
            }
            at = Math.max(at, end - 1);
        }
        return hidden.toString();
    }

    /** End of the longest name with a dot that begins here; where none is known, of what looks like one. */
    private static int end(String expression, int start, Set<String> names) {
        int best = start;
        for (String name : names) {
            int end = start + name.length();
            boolean whole = end >= expression.length() || !isPart(expression.charAt(end));
            if (name.contains(".") && expression.startsWith(name, start) && whole) {
                best = Math.max(best, end);
            }
        }
        if (best == start) {
            for (String result : OF_POPULATION) {
                if (expression.startsWith(result + ".", start)) {
                    best = start + result.length() + 1;
                    while (best < expression.length() && isPart(expression.charAt(best))) {
                        best++;
                    }
                }
            }
        }
        return best;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    private static char letter(char c) {
        return switch (c) {
            case '.' -> DOT;
            case '-' -> MINUS;
            case '+' -> PLUS;
            default -> c;
        };
    }

    private static String shown(String message) {
        return message.replace(DOT, '.').replace(MINUS, '-').replace(PLUS, '+');
    }

    private record Results(Map<String, Double> values) implements Names {
        @Override
        public Collection<String> all() {
            return values.keySet().stream()
                    .map(name -> hidden(name, values.keySet()))
                    .toList();
        }

        @Override
        public Outcome value(String name) {
            double value = values.getOrDefault(shown(name), Double.NaN);
            return new Outcome.Value(
                    shown(name).startsWith(RATE) ? new Quantity(value, -3, Dimension.RATE) : Quantity.plain(value));
        }
    }
}
