package org.ganglion.io.report;

import java.util.Locale;

/** Numbers as they stand in tables. */
final class Cells {
    private Cells() {}

    /** Four significant digits or so; an en dash where there is no number. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "\u2013";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        if (size < 1e-3) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int digits = size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.1 ? 3 : 5;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /** A time in seconds, with its unit. */
    static String seconds(double seconds) {
        return Double.isFinite(seconds) ? number(seconds) + " s" : "\u2013";
    }

    static String bytes(double bytes) {
        return Double.isFinite(bytes) ? String.format(Locale.ROOT, "%,.1f MiB", bytes / (1 << 20)) : "\u2013";
    }
}
