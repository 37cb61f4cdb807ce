package org.ganglion.network;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.ganglion.network.random.Clipped;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.SharedDraw;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.ParameterSpec.Kind;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** Checks numbers and distributions against what they may be. Every method says whether all is well. */
final class ValueCheck {

    /** Larger values lose their meaning in single precision once they are summed. */
    static final double LARGEST = 1e15;

    private ValueCheck() {}

    /** A parameter of a model that may be drawn. */
    static boolean parameter(Report report, String path, Distribution value, ParameterSpec spec) {
        int before = report.count();
        if (!distribution(report, path, value, spec.unit())) {
            return false;
        }
        if (spec.kind() != Kind.REAL && !value.isConstant()) {
            report.add(path, "cannot be drawn from a distribution; give one value");
        } else if (value.isConstant()) {
            number(report, path, value.quantile(0.5), spec);
        } else {
            drawn(report, path, value, spec.unit(), spec.allowed());
        }
        return report.count() == before;
    }

    /** A parameter or initial value of neurons, which may also be a {@link SharedDraw}. */
    static boolean ofNeurons(Report report, String path, Distribution value, ParameterSpec spec) {
        if (!(value instanceof SharedDraw)) {
            return parameter(report, path, value, spec);
        }
        if (spec.kind() != Kind.REAL && spec.kind() != Kind.LIST) {
            report.add(path, "cannot be drawn; give one value");
            return false;
        }
        double smallest = value.smallest();
        double largest = value.largest();
        if (!finite(report, path, smallest, spec.unit()) || !finite(report, path, largest, spec.unit())) {
            return false;
        }
        double outside = !spec.allowed().contains(smallest) ? smallest : largest;
        if (spec.allowed().contains(outside)) {
            return true;
        }
        report.add(
                path,
                "comes to " + spec.unit().format(shortened(outside)) + " for some " + SharedDraw.VARIABLE
                        + " between 0 and 1; it must be " + spec.allowed().describe(spec.unit())
                        + ": bound it with min and max");
        return false;
    }

    /** One number for a parameter. */
    static boolean number(Report report, String path, double value, ParameterSpec spec) {
        if (!finite(report, path, value, spec.unit())) {
            return false;
        }
        if (spec.kind() == Kind.SWITCH && value != 0 && value != 1) {
            report.add(path, spec.unit().format(value) + " is not a switch; write true or false");
            return false;
        }
        if (spec.kind() == Kind.WHOLE && value != Math.rint(value)) {
            report.add(path, notWhole(value, spec.unit()));
            return false;
        }
        return inRange(report, path, value, spec.unit(), spec.allowed());
    }

    /** Rounding takes plain numbers alone, so what has a unit is divided by it first. */
    private static String notWhole(double value, Unit unit) {
        String said = unit.format(value) + " is not a whole number";
        if (unit.symbol().isEmpty()) {
            return said + "; write round(...) around it";
        }
        String one = unit.symbol().startsWith("/") ? "(1 " + unit.symbol() + ")" : unit.symbol();
        return said + " of " + one + "; write round(... / " + one + ") * " + one;
    }

    static boolean inRange(Report report, String path, double value, Unit unit, Range allowed) {
        if (allowed.contains(value)) {
            return true;
        }
        report.add(path, unit.format(value) + " is not allowed; it must be " + allowed.describe(unit));
        return false;
    }

    /** Neither NaN nor infinite nor beyond {@link #LARGEST}. */
    static boolean finite(Report report, String path, double value, Unit unit) {
        if (Double.isNaN(value)) {
            report.add(path, "NaN is not a number; give a finite value");
            return false;
        }
        if (Math.abs(value) > LARGEST) {
            report.add(
                    path,
                    unit.format(value) + " is too large; it must be between " + unit.format(-LARGEST) + " and "
                            + unit.format(LARGEST));
            return false;
        }
        return true;
    }

    /** Checks what a distribution is made of: its own parameters, its bounds, and that all draws are finite. */
    static boolean distribution(Report report, String path, Distribution value, Unit unit) {
        int before = report.count();
        Distribution drawn =
                switch (value) {
                    case Redrawn redrawn -> redrawn.base();
                    case Clipped clipped -> clipped.base();
                    default -> value;
                };
        if (drawn instanceof SharedDraw) {
            report.add(
                    path,
                    "an expression of " + SharedDraw.VARIABLE + " is the value of a parameter or the start of a neuron,"
                            + " without redraw or clip; draw this from a distribution");
            return false;
        }
        Description description = value.description();
        if (!value.isConstant()) {
            for (Map.Entry<String, Double> entry : value.values().entrySet()) {
                ParameterSpec spec = description.parameter(entry.getKey()).orElseThrow();
                Unit own = spec.unit() == Unit.DRAWN ? unit : spec.unit();
                ParameterSpec asUsed = new ParameterSpec(
                        spec.name(), spec.kind(), own, spec.standard(), spec.allowed(), spec.sentence());
                number(report, path + "." + entry.getKey(), entry.getValue(), asUsed);
            }
        }
        if (report.count() != before) {
            return false;
        }
        switch (value) {
            case Redrawn(Distribution base, double min, double max, double _, double inside) -> {
                if (bounds(report, path + ".redraw", min, max, unit) && !(inside > 0)) {
                    report.add(
                            path + ".redraw",
                            "no draw of this distribution (" + span(base, unit)
                                    + ") lies between the bounds; move the bounds");
                }
            }
            case Clipped(Distribution _, double min, double max) -> bounds(report, path + ".clip", min, max, unit);
            default -> {}
        }
        return report.count() == before
                && ordered(report, path, value)
                && finite(report, path, value.smallest(), unit)
                && finite(report, path, value.largest(), unit);
    }

    private static boolean ordered(Report report, String path, Distribution value) {
        if (value.smallest() <= value.largest() || value.isConstant()) {
            return true;
        }
        report.add(path, "its smallest value is above its largest; swap them");
        return false;
    }

    private static boolean bounds(Report report, String path, double min, double max, Unit unit) {
        if (min <= max) {
            return true;
        }
        report.add(path, "min (" + unit.format(min) + ") is above max (" + unit.format(max) + "); swap them");
        return false;
    }

    private static void drawn(Report report, String path, Distribution value, Unit unit, Range allowed) {
        double outside = !allowed.contains(value.smallest()) ? value.smallest() : value.largest();
        if (!allowed.contains(outside)) {
            report.add(
                    path,
                    "draws can reach " + unit.format(shortened(outside)) + "; all must be " + allowed.describe(unit)
                            + "; add redraw: {min: ..., max: ...} or clip");
        }
    }

    /** An extreme draw to four digits, which is enough for a message. */
    static double shortened(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(4)).doubleValue()
                : value;
    }

    private static String span(Distribution base, Unit unit) {
        return unit.format(shortened(base.smallest())) + " to " + unit.format(shortened(base.largest()));
    }
}
