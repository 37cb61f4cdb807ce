package org.ganglion.io.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ganglion.network.spec.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final Names NAMES = new Names() {
        private final Map<String, Quantity> values = Map.of("g", Quantity.plain(5), "J", millivolt(0.1));

        @Override
        public Collection<String> all() {
            return List.of("g", "J");
        }

        @Override
        public Outcome value(String name) {
            return new Outcome.Value(values.get(name));
        }
    };

    private static Quantity millivolt(double value) {
        return new Quantity(value, 0, Dimension.VOLTAGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5 ms          | 1.5",
                "0.0015 s        | 1.5",
                "1500 us         | 1.5",
                "1500 µs         | 1.5",
                "0.0023 s        | 2.3",
                "1 ms + 1 us     | 1.001",
                "2 * 3 ms        | 6",
                "sqrt(4 ms^2)    | 2",
                "sqrt((2 ms)^2)  | 2",
                "1 / (100 Hz)    | 10",
                "ms              | 1",
                "20 mV / (0.5 mV / ms) | 40",
                "250 pF * 20 mV / (500 pA) | 10",
                "1 pF / nS       | 1",
                "min(3 ms, 1 s)  | 3",
                "max(3 ms, 1 s)  | 1000",
                "round(2.5) ^ 2 * 1ms | 9",
                "-(-4 ms)        | 4",
                "kOhm * 1 uF     | 1"
            })
    void aTimeIsGivenInMilliseconds(String text, double ms) {
        assertEquals(ms, value(text, Dimension.TIME).inUnit(Unit.MILLISECOND));
    }

    @ParameterizedTest
    @CsvSource({"8 Hz, 8", "8 /s, 8", "8.3 Hz, 8.3", "0.1 kHz, 100", "1 / (2 ms), 500", "1/2 ms, 500"})
    void aRateIsGivenInHertz(String text, double hertz) {
        assertEquals(hertz, value(text, Dimension.RATE).inUnit(Unit.HERTZ));
    }

    @ParameterizedTest
    @CsvSource({"0.5 nA, 500", "-87.8 pA, -87.8", "1e-3 uA, 1000", ".5 nA, 500", "5. pA, 5"})
    void aCurrentIsGivenInPicoamperes(String text, double pa) {
        assertEquals(pa, value(text, Dimension.CURRENT).inUnit(Unit.PICOAMPERE));
    }

    @ParameterizedTest
    @CsvSource({
        "2 + 3 * 4, 14",
        "2 ^ 3 ^ 2, 512",
        "-2 ^ 2, -4",
        "2 ^ -1, 0.5",
        "10 - 4 - 3, 3",
        "24 / 4 / 3, 2",
        "floor(-1.5), -2",
        "ceil(1.2), 2",
        "round(-2.5), -3",
        "log(exp(0)), 0",
        "1e3, 1000",
        "g * 2, 10",
        "J / (50 uV), 2"
    })
    void aPlainNumberIsComputed(String text, double expected) {
        assertEquals(expected, value(text, Dimension.NONE).number());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 mV + 2 ms | a time cannot be added to a voltage | 5",
                "1 mV - 1 | a plain number cannot be taken from a voltage | 5",
                "1 / (g - 5) | division by zero; write another divisor | 2",
                "0 ^ -1 | division by zero; write another divisor | 2",
                "1 + | the expression ends too early | 3",
                "(1 + 2 | the expression ends too early where \")\" is needed | 6",
                "1 $ 2 | unexpected \"$\" | 2",
                "NaN pA | NaN is not a finite number; write one | 0",
                ".nan pA | .nan is not a finite number; write one | 0",
                "2 * .inf | .inf is not a finite number; write one | 4",
                "10,000 | unexpected \",\" | 2",
                "sqrt(-1) | sqrt of a negative value | 0",
                "log(0) | log of a value that is not positive | 0",
                "exp(1 ms) | exp takes a plain number, not a time; divide by a unit first, as in exp(x / ms) | 0",
                "sqrt(1 ms) | sqrt of a time has no unit that exists | 0",
                "min(1, 1 ms) | min cannot compare a plain number with a time | 0",
                "exp(1, 2) | exp takes one value, not 2 | 0",
                "2 ^ (1 ms) | an exponent is a plain number, not a time | 2",
                "J ^ 0.5 | a voltage can only be raised to a whole number; use sqrt for a root | 2",
                "1e400 | the value is too large to be a number | 0",
                "1e300 * 1e300 | the value is too large to be a number | 6",
                "1e99999999999 | the value is too large to be a number | 0"
            })
    void aMistakeIsNamedWithItsPlace(String text, String message, int offset) {
        assertEquals(new Outcome.Mistake(message, offset), Expression.evaluate(text, NAMES));
    }

    @Test
    void anUnknownNameIsToldWhatItCouldBe() {
        assertEquals(
                new Outcome.Mistake("unknown name \"Jx\" (allowed: g, J); did you mean \"J\"?", 4),
                Expression.evaluate("g * Jx", NAMES));
    }

    @Test
    void anUnknownUnitIsToldWhatItCouldBe() {
        assertEquals(
                new Outcome.Mistake(
                        "unknown unit \"mm\" (allowed: ms, s, mV, pA, nA, pF, nS, Hz); did you mean \"ms\"?", 2),
                Expression.evaluate("3 mm", NAMES));
    }

    @Test
    void minutesAndHoursAreToldToBeSeconds() {
        assertEquals(
                new Outcome.Mistake("there is no unit \"h\" here; write seconds, as in 3600 s", 2),
                Expression.evaluate("1 h", NAMES));
    }

    @Test
    void deepNestingEndsInAMessage() {
        String text = "(".repeat(50_000) + "1" + ")".repeat(50_000);
        assertInstanceOf(Outcome.Mistake.class, Expression.evaluate(text, NAMES));
        assertInstanceOf(Outcome.Mistake.class, Expression.evaluate("-".repeat(50_000) + "1", NAMES));
    }

    @Test
    void longSumsAreNotNested() {
        assertEquals(20_000, value("1" + "+1".repeat(19_999), Dimension.NONE).number());
    }

    private static Quantity value(String text, Dimension dimension) {
        Outcome outcome = Expression.evaluate(text, NAMES);
        Quantity quantity = assertInstanceOf(Outcome.Value.class, outcome, outcome.toString())
                .quantity();
        assertEquals(dimension, quantity.dimension());
        return quantity;
    }
}
