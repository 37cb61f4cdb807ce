package org.ganglion.io.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as they stand in tables. */
final class Cells {
    private static final int HASH_DIGITS = 16;
    private static final int DIGITS = 12;
    private static final Pattern LONG_NUMBER = Pattern.compile("(-?\\d+\\.\\d{9,17})( .*)?");

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

    /** A moment of time to the second. */
    static String moment(String instant) {
        return instant.replaceFirst("\\.\\d+Z$", "Z");
    }

    /** As much of a long hash as tells two apart. */
    static String beginning(String hash) {
        return hash.length() > HASH_DIGITS ? hash.substring(0, HASH_DIGITS) + "\u2026" : hash;
    }

    /** A number of a description with its unit, without the last digits that come of its expression; else as it is. */
    static String brief(String value) {
        Matcher parts = LONG_NUMBER.matcher(value);
        if (!parts.matches()) {
            return value;
        }
        BigDecimal number = new BigDecimal(parts.group(1)).round(new MathContext(DIGITS));
        return number.stripTrailingZeros().toPlainString()
                + Optional.ofNullable(parts.group(2)).orElse("");
    }

    static String bytes(double bytes) {
        return Double.isFinite(bytes) ? String.format(Locale.ROOT, "%,.1f MiB", bytes / (1 << 20)) : "\u2013";
    }
}
