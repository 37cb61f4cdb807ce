package org.ganglion.io.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ganglion.network.spec.Unit;

/** Expressions against trees that carry their own value. */
class ExpressionProperties {

    /** A text and what it must evaluate to; NaN where a part of it divides by zero. */
    record Sample(String text, double value) {}

    @Property(tries = 500)
    void anExpressionHasTheValueOfItsTree(@ForAll("samples") Sample sample) {
        Outcome outcome = Expression.evaluate(sample.text(), Names.NONE);
        if (Double.isNaN(sample.value())) {
            assertInstanceOf(Outcome.Mistake.class, outcome, sample.text());
        } else {
            Quantity quantity = assertInstanceOf(Outcome.Value.class, outcome, sample.text() + " " + outcome)
                    .quantity();
            assertEquals(sample.value(), quantity.number(), sample.text());
        }
    }

    @Property
    void aNumberInItsUnitIsReadAsItIsWritten(@ForAll double value, @ForAll Unit unit) {
        String text = value + " " + unit.symbol();
        if (Math.abs(value) < 1e300) {
            Outcome outcome = Expression.evaluate(text, Names.NONE);
            Quantity quantity = assertInstanceOf(Outcome.Value.class, outcome, text + " " + outcome)
                    .quantity();
            assertEquals(value, quantity.inUnit(unit), text);
        }
    }

    @Property
    void aPrefixChangesADecimalByItsPowerOfTen(@ForAll("decimals") String decimal) {
        double seconds = Double.parseDouble(decimal + "e3");
        double micros = Double.parseDouble(decimal + "e-3");
        assertEquals(seconds, ms(decimal + " s"));
        assertEquals(micros, ms(decimal + " us"));
    }

    private static double ms(String text) {
        return assertInstanceOf(Outcome.Value.class, Expression.evaluate(text, Names.NONE))
                .quantity()
                .inUnit(Unit.MILLISECOND);
    }

    @Provide
    Arbitrary<String> decimals() {
        return Arbitraries.bigDecimals().ofScale(6).between(BigDecimal.ZERO, BigDecimal.valueOf(9999))
                .map(BigDecimal::toPlainString);
    }

    @Provide
    Arbitrary<Sample> samples() {
        Arbitrary<Sample> leaf = Arbitraries.integers().between(0, 9).map(n -> new Sample(n + ".5", n + 0.5));
        return Arbitraries.lazyOf(() -> leaf, () -> leaf, this::binary, this::negated, this::rounded);
    }

    private Arbitrary<Sample> binary() {
        return Combinators.combine(samples(), Arbitraries.of("+", "-", "*", "/"), samples())
                .as((a, operator, b) -> {
                    DoubleBinaryOperator f =
                            switch (operator) {
                                case "+" -> (x, y) -> x + y;
                                case "-" -> (x, y) -> x - y;
                                case "*" -> (x, y) -> x * y;
                                default -> (x, y) -> x / y;
                            };
                    double value = f.applyAsDouble(a.value(), b.value());
                    String text = "(" + a.text() + ") " + operator + " (" + b.text() + ")";
                    return new Sample(text, Double.isFinite(value) ? value : Double.NaN);
                });
    }

    private Arbitrary<Sample> negated() {
        return samples().map(a -> new Sample("-(" + a.text() + ")", -a.value()));
    }

    private Arbitrary<Sample> rounded() {
        return samples().map(a -> new Sample("floor(" + a.text() + ")", Math.floor(a.value())));
    }
}
