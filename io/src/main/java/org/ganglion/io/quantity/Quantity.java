package org.ganglion.io.quantity;

import org.ganglion.network.spec.Unit;

/**
 * A number with what it measures: {@code value} times ten to the {@code power}, in units of ms, mV and pA.
 *
 * <p>The power of ten is kept apart so that changing a prefix rounds at most once: 8.3 Hz is 8.3, not 0.0083 per ms
 * times 1000.
 */
public record Quantity(double value, int power, Dimension dimension) {

    public static Quantity plain(double value) {
        return new Quantity(value, 0, Dimension.NONE);
    }

    /** The same quantity with another power of ten. */
    Quantity withPower(int newPower) {
        return new Quantity(scaled(value, power - newPower), newPower, dimension);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value + other.withPower(power).value, power, dimension);
    }

    public Quantity negated() {
        return new Quantity(-value, power, dimension);
    }

    public Quantity times(Quantity other) {
        return new Quantity(value * other.value, power + other.power, dimension.times(other.dimension));
    }

    public Quantity dividedBy(Quantity other) {
        Dimension quotient = dimension.times(other.dimension.power(-1));
        return new Quantity(value / other.value, power - other.power, quotient);
    }

    public Quantity raised(int exponent) {
        return new Quantity(StrictMath.pow(value, exponent), power * exponent, dimension.power(exponent));
    }

    public Quantity root() {
        Quantity even = power % 2 == 0 ? this : withPower(power - 1);
        return new Quantity(Math.sqrt(even.value), even.power / 2, dimension.root());
    }

    /** The value as a plain number. Only for quantities without dimension. */
    public double number() {
        return withPower(0).value;
    }

    /** The value in the unit in which Ganglion keeps its dimension. */
    public double inUnit(Unit unit) {
        return withPower(Units.power(unit)).value;
    }

    private static double scaled(double value, int power) {
        if (power == 0) {
            return value;
        }
        double factor = StrictMath.pow(10, Math.abs(power));
        return power > 0 ? value * factor : value / factor;
    }

    /** An expression for this quantity. */
    String written() {
        return Units.of(dimension)
                .map(unit -> inUnit(unit) + (unit.symbol().isEmpty() ? "" : " " + unit.symbol()))
                .orElseGet(() -> withPower(0).value
                        + factor("ms", dimension.time())
                        + factor("mV", dimension.voltage())
                        + factor("pA", dimension.current()));
    }

    private static String factor(String unit, int exponent) {
        return exponent == 0 ? "" : " * " + unit + "^" + exponent;
    }
}
