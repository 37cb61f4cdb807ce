package org.ganglion.io.inspect;

import java.math.BigDecimal;
import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
    private Numbers() {}

    /** Whole ones with commas, others with as many digits as they need, at most 6 behind the point. */
    static String of(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        double rounded = Math.rint(value * 1e6) / 1e6;
        return rounded == 0 || !Double.isFinite(value)
                ? Double.toString(value)
                : BigDecimal.valueOf(rounded).stripTrailingZeros().toPlainString();
    }

    static String of(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A count with the word for what is counted. */
    static String count(long value, String one, String several) {
        return of(value) + " " + (value == 1 ? one : several);
    }
}
