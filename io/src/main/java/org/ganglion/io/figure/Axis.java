package org.ganglion.io.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganglion.io.plot.Ticks;

/**
 * Where values are along a line of a figure.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}, another one
 * @param logarithmic whether equal distances are equal ratios; both values are above 0 then
 */
record Axis(double low, double high, boolean logarithmic, double from, double to) {

    private static final int[] SUBDIVISIONS = {1, 2, 5};

    /** A number on the axis. */
    record Tick(double at, String label) {}

    /** An axis that makes room for a value, also where there is but one. */
    static Axis linear(double low, double high, double from, double to) {
        double end = high > low ? high : low + Math.max(1e-9, Math.abs(low));
        return new Axis(low, end, false, from, to);
    }

    static Axis logarithmic(double low, double high, double from, double to) {
        return new Axis(low, high > low ? high : 10 * low, true, from, to);
    }

    double at(double value) {
        double share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return from + Math.clamp(share, -1, 2) * (to - from);
    }

    List<Tick> ticks(int most) {
        return logarithmic ? powers(most) : round(most);
    }

    private List<Tick> round(int most) {
        List<Tick> ticks = new ArrayList<>();
        Ticks round = Ticks.between(low, high, most);
        for (int i = 0; i < round.count(); i++) {
            ticks.add(new Tick(at(round.value(i)), round.step() < 1e-4 ? brief(round.value(i)) : round.label(i)));
        }
        return ticks;
    }

    private static String brief(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    /** Powers of ten; what is 1, 2 or 5 times one where the axis reaches over less than two of them. */
    private List<Tick> powers(int most) {
        List<Tick> ticks = new ArrayList<>();
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        if (last - first < 1) {
            for (int power = first - 1; power <= last + 1; power++) {
                for (int times : SUBDIVISIONS) {
                    double value = times * Math.pow(10, power);
                    if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
                        ticks.add(new Tick(at(value), label(times, power)));
                    }
                }
            }
            return ticks;
        }
        int step = Math.max(1, (last - first + most) / most);
        for (int power = first; power <= last; power += step) {
            ticks.add(new Tick(at(Math.pow(10, power)), label(1, power)));
        }
        return ticks;
    }

    private static String label(int times, int power) {
        double value = times * Math.pow(10, power);
        return power >= 0 && power < 5
                ? Long.toString(Math.round(value))
                : power < 0 && power > -4
                        ? String.format(Locale.ROOT, "%." + -power + "f", value)
                        : times + "e" + power;
    }
}
