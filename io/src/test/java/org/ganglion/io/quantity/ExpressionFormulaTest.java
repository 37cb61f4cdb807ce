package org.ganglion.io.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
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
}
