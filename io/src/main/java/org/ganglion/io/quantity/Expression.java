package org.ganglion.io.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;

/**
 * Evaluates an expression such as {@code -g * J_ex} or {@code 0.1 mV + 2 pA * ms / pF}.
 *
 * <pre>
 * sum     = product (("+" | "-") product)*
 * product = sign (("*" | "/") sign)*
 * sign    = "-" sign | "+" sign | power
 * power   = atom ("^" sign)?
 * atom    = number (unit ("^" whole number)?)? | name | unit | function "(" sum ("," sum)* ")" | "(" sum ")"
 * </pre>
 *
 * <p>A unit binds to the number before it more tightly than anything else, so {@code 1/2 ms} is 0.5 per ms. Values are
 * computed while reading; every operation checks dimensions.
 */
public final class Expression {
    private static final String NOT_FINITE = " is not a finite number; write one";
    private static final int MAX_DEPTH = 100;
    private static final int MAX_EXPONENT = 100;

    private final String text;
    private final Names names;
    private int at;
    private int depth;

    private Expression(String text, Names names) {
        this.text = text;
        this.names = names;
    }

    public static Outcome evaluate(String text, Names names) {
        Expression expression = new Expression(text, names);
        try {
            Quantity value = expression.sum();
            expression.skipBlanks();
            if (expression.at < text.length()) {
                throw new Stop(expression.unexpected(), expression.at);
            }
            return new Outcome.Value(value);
        } catch (Stop stop) {
            return stop.outcome;
        }
    }

    /** Whether a text is a number without unit, so that a unit could just be written behind it. */
    public static boolean isNumber(String text) {
        String unsigned = text.strip().replaceFirst("^[+-]", "");
        return !unsigned.isEmpty() && numberEnd(unsigned, 0) == unsigned.length();
    }

    private Quantity sum() {
        if (++depth > MAX_DEPTH) {
            throw new Stop("the expression is nested too deeply; name a part of it in parameters", at);
        }
        Quantity left = product();
        while (true) {
            int operator = peek();
            int start = at;
            if (operator != '+' && operator != '-') {
                depth--;
                return left;
            }
            at++;
            Quantity right = product();
            if (!left.dimension().equals(right.dimension())) {
                String done = operator == '+' ? " cannot be added to " : " cannot be taken from ";
                throw new Stop(subject(right) + done + subject(left), start);
            }
            left = finite(left.plus(operator == '+' ? right : right.negated()), start);
        }
    }

    private static String subject(Quantity quantity) {
        return Functions.describe(quantity);
    }

    private Quantity product() {
        Quantity left = sign();
        while (true) {
            int operator = peek();
            int start = at;
            if (operator != '*' && operator != '/') {
                return left;
            }
            at++;
            Quantity right = sign();
            if (operator == '/' && right.value() == 0) {
                throw new Stop("division by zero; write another divisor", start);
            }
            left = finite(operator == '*' ? left.times(right) : left.dividedBy(right), start);
        }
    }

    private Quantity sign() {
        if (++depth > MAX_DEPTH) {
            throw new Stop("the expression is nested too deeply; name a part of it in parameters", at);
        }
        int next = peek();
        Quantity value;
        if (next == '-') {
            at++;
            value = sign().negated();
        } else if (next == '+') {
            at++;
            value = sign();
        } else {
            value = power();
        }
        depth--;
        return value;
    }

    private Quantity power() {
        Quantity base = atom();
        if (peek() != '^') {
            return base;
        }
        int start = at++;
        Quantity exponent = sign();
        if (!exponent.dimension().equals(Dimension.NONE)) {
            throw new Stop("an exponent is a plain number, not " + subject(exponent), start);
        }
        return finite(raised(base, exponent.number(), start), start);
    }

    private static Quantity raised(Quantity base, double exponent, int start) {
        if (base.dimension().equals(Dimension.NONE)) {
            if (base.value() == 0 && exponent < 0) {
                throw new Stop("division by zero; write another divisor", start);
            }
            return Quantity.plain(StrictMath.pow(base.number(), exponent));
        }
        if (exponent != Math.rint(exponent) || Math.abs(exponent) > MAX_EXPONENT) {
            throw new Stop(subject(base) + " can only be raised to a whole number; use sqrt for a root", start);
        }
        if (base.value() == 0 && exponent < 0) {
            throw new Stop("division by zero; write another divisor", start);
        }
        return base.raised((int) exponent);
    }

    private Quantity atom() {
        int next = peek();
        if (next == '(') {
            at++;
            Quantity value = sum();
            expect(')');
            return value;
        }
        int end = numberEnd(text, at);
        if (end > at) {
            return number(end);
        }
        if (next >= 0 && isNameStart(next)) {
            return named();
        }
        String rest = text.substring(at).toLowerCase(Locale.ROOT);
        if (rest.startsWith(".nan") || rest.startsWith(".inf")) {
            throw new Stop(rest.substring(0, 4) + NOT_FINITE, at);
        }
        throw new Stop(unexpected(), at);
    }

    private Quantity number(int end) {
        int start = at;
        String digits = text.substring(start, end);
        at = end;
        Quantity unit = Quantity.plain(1);
        int next = peek();
        if (next >= 0 && isNameStart(next)) {
            int unitAt = at;
            String symbol = name();
            unit = Units.find(symbol).orElseThrow(() -> new Stop(unknownUnit(symbol), unitAt));
            unit = unitPower(unit);
        }
        int canonical = Units.of(unit.dimension()).map(Units::power).orElse(0);
        double value = scaledNumber(digits, unit.power() - canonical);
        return finite(new Quantity(value, canonical, unit.dimension()), start);
    }

    /** A unit with the whole power that may be written behind it. */
    private Quantity unitPower(Quantity unit) {
        if (peek() != '^') {
            return unit;
        }
        int start = at++;
        Quantity exponent = sign();
        if (!exponent.dimension().equals(Dimension.NONE)) {
            throw new Stop("an exponent is a plain number, not " + subject(exponent), start);
        }
        return raised(unit, exponent.number(), start);
    }

    /** The number that digits with an exponent spell, times a power of ten, rounded once. */
    private static double scaledNumber(String digits, int power) {
        int e = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        String mantissa = e < 0 ? digits : digits.substring(0, e);
        String written = e < 0 ? "0" : digits.substring(e + 1).replaceFirst("^([+-]?)0+(?=\\d)", "$1");
        if (written.length() > 8) {
            return written.startsWith("-") ? 0 : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(mantissa + "e" + (Integer.parseInt(written) + power));
    }

    private static String unknownUnit(String symbol) {
        if (symbol.equals("min") || symbol.equals("h")) { // known to options of commands
            return "there is no unit \"" + symbol + "\" here; write seconds, as in " + (symbol.equals("h") ? 3600 : 60)
                    + " s";
        }
        return Suggestion.unknown("unit", symbol, Units.usual());
    }

    private Quantity named() {
        int start = at;
        String name = name();
        if (peek() == '(') {
            return call(name, start);
        }
        if (names.all().contains(name)) {
            return switch (names.value(name)) {
                case Outcome.Value(Quantity quantity) -> quantity;
                case Outcome.Mistake(String message, int _) -> throw new Stop(message, start);
                case Outcome.Broken broken -> throw new Stop(broken);
            };
        }
        if (name.equals(Functions.PI)) {
            return Quantity.plain(Math.PI);
        }
        return Units.find(name).orElseThrow(() -> new Stop(unknownName(name), start));
    }

    private String unknownName(String name) {
        if (name.equalsIgnoreCase("nan") || name.equalsIgnoreCase("inf") || name.equalsIgnoreCase("infinity")) {
            return name + NOT_FINITE;
        }
        return names.all().isEmpty()
                ? "\"" + name + "\" is neither a number nor a parameter; write a number, or define it under parameters"
                : Suggestion.unknown("name", name, names.all());
    }

    private Quantity call(String function, int start) {
        if (!Functions.NAMES.contains(function)) {
            throw new Stop(Suggestion.unknown("function", function, Functions.NAMES), start);
        }
        at++;
        List<Quantity> arguments = new ArrayList<>();
        arguments.add(sum());
        while (peek() == ',') {
            at++;
            arguments.add(sum());
        }
        expect(')');
        try {
            return finite(Functions.apply(function, arguments), start);
        } catch (ArithmeticException mistake) {
            throw new Stop(String.valueOf(mistake.getMessage()), start);
        }
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw new Stop(unexpected() + " where \"" + wanted + "\" is needed", at);
        }
        at++;
    }

    private static Quantity finite(Quantity value, int start) {
        double shown = Units.of(value.dimension()).map(value::inUnit).orElse(value.value());
        if (Double.isNaN(shown)) {
            throw new Stop("the result is not a number", start);
        }
        if (Double.isInfinite(shown) || value.dimension().size() > MAX_EXPONENT) {
            throw new Stop("the value is too large to be a number", start);
        }
        return value;
    }

    private String unexpected() {
        skipBlanks();
        return at >= text.length()
                ? "the expression ends too early"
                : "unexpected \"" + Character.toString(text.codePointAt(at)) + "\"";
    }

    /** The next character that is not blank, or -1 at the end. */
    private int peek() {
        skipBlanks();
        return at < text.length() ? text.codePointAt(at) : -1;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return text.substring(start, at);
    }

    /** Whether a text can be the name of a parameter. */
    public static boolean isName(String text) {
        return !text.isEmpty()
                && isNameStart(text.codePointAt(0))
                && text.codePoints().allMatch(Expression::isNamePart);
    }

    /** Why a name cannot be that of a parameter, or an empty text. */
    public static String objection(String name) {
        if (!isName(name)) {
            return "\"" + name + "\" cannot be used in expressions; use letters, digits and _, starting with a letter";
        }
        if (Functions.NAMES.contains(name)) {
            return name + " is a function; choose another name";
        }
        return Units.find(name)
                .map(unit -> name + " is a unit of "
                        + Units.of(unit.dimension())
                                .map(Unit::meaning)
                                .orElse("a resistance")
                                .replaceFirst("^a ", "")
                        + "; choose another name")
                .orElse("");
    }

    private static boolean isNameStart(int c) {
        return Character.isLetter(c) || c == '_' || c == '\u00b5';
    }

    private static boolean isNamePart(int c) {
        return isNameStart(c) || Character.isDigit(c);
    }

    /** End of the number that starts at a position, or that position where none does. */
    private static int numberEnd(String text, int start) {
        int end = digits(text, start);
        int count = end - start;
        if (end < text.length() && text.charAt(end) == '.') {
            int fraction = digits(text, end + 1);
            count += fraction - end - 1;
            end = fraction;
        }
        if (count == 0) {
            return start;
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
            int exponent = digits(text, end + 1 + sign);
            end = exponent > end + 1 + sign ? exponent : end;
        }
        return end;
    }

    /** End of the name or number that starts at a position, or of the single character there. */
    static int wordEnd(String text, int start) {
        int end = numberEnd(text, start);
        if (end == start) {
            while (end < text.length()
                    && (end == start ? isNameStart(text.codePointAt(end)) : isNamePart(text.codePointAt(end)))) {
                end += Character.charCount(text.codePointAt(end));
            }
        }
        return end > start ? end : start + Character.charCount(text.codePointAt(start));
    }

    /** Whether a name, as a whole word, is part of an expression. */
    public static boolean mentions(String text, String name) {
        for (int at = 0; at < text.length(); ) {
            int end = wordEnd(text, at);
            if (text.substring(at, end).equals(name)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    private static int digits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Leaves the evaluation with what has become of it. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        Stop(String message, int offset) {
            this(new Outcome.Mistake(message, offset));
        }

        Stop(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }
}
