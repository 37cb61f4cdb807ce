package org.ganglion.io.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.network.spec.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureFormulaTest {
    private static final List<String> POPULATIONS = List.of("E", "E-1", "E+");
    private static final Map<String, Double> RESULTS =
            Map.of("rate.E", 10.0, "rate.E-1", 4.0, "rate.E+", 3.0, "cv.E", 0.5, "cv.E-1", Double.NaN, "spikes", 70.0);

    @ParameterizedTest
    @CsvSource({
        "rate.E / rate.E-1, 2.5, NONE",
        "rate.E - rate.E-1, 6, HERTZ",
        "rate.E -1 Hz, 9, HERTZ",
        "rate.E++rate.E, 13, HERTZ",
        "'max(rate.E, rate.E-1) * 2 s', 20, NONE",
        "spikes / rate.E, 7000, MILLISECOND",
        "cv.E^2, 0.25, NONE",
    })
    void resultsAreNamesOfAnExpression(String expression, double value, Unit unit) {
        assertEquals(Optional.empty(), MeasureFormula.objection(expression, POPULATIONS));
        assertEquals(value, MeasureFormula.number(expression, RESULTS), 1e-12);
        assertEquals(unit, MeasureFormula.unit(expression, POPULATIONS));
    }

    @ParameterizedTest
    @CsvSource({"cv.E-1", "cv.E-1 + 1", "1 / (spikes - 70)", "log(spikes - 70)", "synchrony.E"})
    void whereAResultIsMissingThereIsNoNumber(String expression) {
        assertTrue(Double.isNaN(MeasureFormula.number(expression, RESULTS)), expression);
    }

    @Test
    void aDivisionThatMayWorkIsNoObjection() {
        assertEquals(Optional.empty(), MeasureFormula.objection("1 / (cv.E - cv.E-1)", POPULATIONS));
        assertTrue(MeasureFormula.objection("rate.E * rate.E", POPULATIONS).isPresent(), "Hz^2 is no unit here");
    }
}
