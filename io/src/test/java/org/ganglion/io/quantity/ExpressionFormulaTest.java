package org.ganglion.io.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ganglion.network.spec.Unit;
import org.junit.jupiter.api.Test;

class ExpressionFormulaTest {
    private static final Map<String, Quantity> VALUES = Map.of(
            "base", new Quantity(8, -3, Dimension.RATE),
            "slope", new Quantity(0.25, 0, Dimension.TIME.power(-2)),
            "t", Quantity.plain(3));

    private static final Names NAMES = new Names() {
        @Override
        public Collection<String> all() {
            return VALUES.keySet();
        }

        @Override
        public Outcome value(String name) {
            return new Outcome.Value(VALUES.get(name));
        }
    };

    private static ExpressionFormula ofTime(String text) {
        return new ExpressionFormula("t", Unit.MILLISECOND, Unit.HERTZ, ExpressionFormula.written(text, NAMES, "t"));
    }

    @Test
    void namesButTheVariableAreWrittenOutWithoutChangingTheValue() {
        ExpressionFormula formula = ofTime("base + slope*t");
        assertEquals("(8.0 Hz) + (0.25 * ms^-2)*t", formula.text());
        assertEquals(8 + 0.25 * 2 * 1000, formula.at(2));
    }

    @Test
    void theVariableHidesAParameterOfItsName() {
        assertEquals(500, ofTime("1 / t").at(2));
    }

    @Test
    void aValueThatDoesNotExistIsNotANumber() {
        assertTrue(Double.isNaN(ofTime("1 Hz * log(t / ms - 5)").at(2)));
        assertEquals(StrictMath.log(2), ofTime("1 Hz * log(t / ms - 5)").at(7));
    }

    @Test
    void angularFunctionsAndPiAreKnown() {
        assertEquals(
                StrictMath.sin(2 * Math.PI * 0.25) * 10,
                ofTime("10 Hz * sin(2 * pi * 5 Hz * t)").at(50),
                1e-12);
    }

    @Test
    void aNameIsMentionedAsAWholeWordOnly() {
        assertTrue(Expression.mentions("2*t + tau", "t"));
        assertFalse(Expression.mentions("2*rate + tau", "t"));
        assertFalse(Expression.mentions("3e2t", "e2t"));
    }

    /** Reading an expression once and computing it with plain numbers gives the very bits of reading it each time. */
    @Test
    void compiledExpressionsGiveTheSameBits() {
        List<String> plain = List.of(
                "0.5 * exp(-t / (0.1))",
                "1 - 2 * t ^ 2 / 3 + t",
                "min(1, max(0, 1 - t / 0.3))",
                "sqrt(t) * sin(2 * pi * t) + cos(t) - tanh(t)",
                "log(t) - floor(t) + ceil(t) * round(t) - abs(-t)",
                "-t ^ -2 + 3e-3 * (t - 1)",
                "t / (1 ms / 1 us)",
                "exp(1000 * t)",
                "1 / t + 1 / (t - 1)");
        for (String text : plain) {
            ExpressionFormula formula = new ExpressionFormula("t", Unit.NONE, Unit.NONE, text);
            assertTrue(CompiledExpression.of(text, "t", Unit.NONE, Unit.NONE).isPresent(), text);
            for (double x : new double[] {0, 1e-9, 0.1, 0.25, 1, 1.5, 3.7, 12, 1e6, -0.3, -2}) {
                assertEquals(formula.evaluated(x), formula.at(x), text + " at " + x);
            }
        }
        for (String text :
                List.of("0.5 ms + t * 2 ms", "300 us / (1 + t)", "max(0.1 ms, t * 1 ms)", "2 mV / (1 mV / ms) * t")) {
            ExpressionFormula formula = new ExpressionFormula("t", Unit.NONE, Unit.MILLISECOND, text);
            assertTrue(
                    CompiledExpression.of(text, "t", Unit.NONE, Unit.MILLISECOND)
                            .isPresent(),
                    text);
            for (double x : new double[] {0, 0.1, 0.25, 1, 3.7, 1e6}) {
                assertEquals(formula.evaluated(x), formula.at(x), text + " at " + x);
            }
        }
        for (String text :
                List.of("(8.0 Hz) + (0.25 * ms^-2)*t", "1 kHz * t / (10 ms)", "t^-1 * 3", "2 ms^2 / (t * t * t)")) {
            ExpressionFormula formula = new ExpressionFormula("t", Unit.MILLISECOND, Unit.HERTZ, text);
            for (double x : new double[] {0, 0.1, 0.25, 1, 3.7, 1e6}) {
                assertEquals(formula.evaluated(x), formula.at(x), text + " at " + x);
            }
        }
    }
}
