package org.ganglion.io.quantity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.network.spec.Unit;

/** Units as written in files: those of the International System, with prefixes from f to G. */
public final class Units {
    private static final Map<String, Integer> PREFIXES = Map.ofEntries(
            Map.entry("", 0),
            Map.entry("f", -15),
            Map.entry("p", -12),
            Map.entry("n", -9),
            Map.entry("u", -6),
            Map.entry("\u00b5", -6),
            Map.entry("\u03bc", -6),
            Map.entry("m", -3),
            Map.entry("k", 3),
            Map.entry("M", 6),
            Map.entry("G", 9));

    /** One of each base unit in units of ms, mV and pA. */
    private static final Map<String, Quantity> BASES = Map.of(
            "s", new Quantity(1, 3, Dimension.TIME),
            "V", new Quantity(1, 3, Dimension.VOLTAGE),
            "A", new Quantity(1, 12, Dimension.CURRENT),
            "F", new Quantity(1, 12, Dimension.CAPACITANCE),
            "S", new Quantity(1, 9, Dimension.CONDUCTANCE),
            "Ohm", new Quantity(1, -9, Dimension.RESISTANCE),
            "Hz", new Quantity(1, -3, Dimension.RATE));

    private static final Map<String, Quantity> ALL = all();

    private Units() {}

    private static Map<String, Quantity> all() {
        Map<String, Quantity> all = new LinkedHashMap<>();
        PREFIXES.forEach((prefix, power) -> BASES.forEach(
                (base, one) -> all.put(prefix + base, new Quantity(1, one.power() + power, one.dimension()))));
        return all;
    }

    /** One of a unit, e.g. of {@code mV}. */
    public static Optional<Quantity> find(String symbol) {
        return Optional.ofNullable(ALL.get(symbol));
    }

    /** The symbols that are used most, for messages. */
    static List<String> usual() {
        return List.of("ms", "s", "mV", "pA", "nA", "pF", "nS", "Hz");
    }

    /** The unit in which Ganglion keeps quantities of a dimension; empty where it keeps none. */
    public static Optional<Unit> of(Dimension dimension) {
        return Arrays.stream(Unit.values())
                .filter(unit -> unit != Unit.DRAWN && dimension(unit).equals(dimension))
                .findFirst();
    }

    public static Dimension dimension(Unit unit) {
        return switch (unit) {
            case NONE, DRAWN -> Dimension.NONE;
            case MILLISECOND -> Dimension.TIME;
            case MILLIVOLT -> Dimension.VOLTAGE;
            case PICOAMPERE -> Dimension.CURRENT;
            case PICOFARAD -> Dimension.CAPACITANCE;
            case NANOSIEMENS -> Dimension.CONDUCTANCE;
            case HERTZ, PER_MILLISECOND -> Dimension.RATE;
        };
    }

    /** Power of ten between a unit and the product of ms, mV and pA of its dimension. */
    static int power(Unit unit) {
        return unit == Unit.HERTZ ? -3 : 0;
    }

    /** What a dimension is called in messages. */
    public static String meaning(Dimension dimension) {
        if (dimension.equals(Dimension.RESISTANCE)) {
            return "a resistance";
        }
        return of(dimension).map(Unit::meaning).orElseGet(() -> "in " + product(dimension));
    }

    private static String product(Dimension dimension) {
        StringBuilder above = new StringBuilder();
        factor(above, "ms", dimension.time());
        factor(above, "mV", dimension.voltage());
        factor(above, "pA", dimension.current());
        return above.toString();
    }

    private static void factor(StringBuilder text, String symbol, int exponent) {
        if (exponent != 0) {
            text.append(text.isEmpty() ? "" : " ").append(symbol).append(exponent == 1 ? "" : "^" + exponent);
        }
    }
}
