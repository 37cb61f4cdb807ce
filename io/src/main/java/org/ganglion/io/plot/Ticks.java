package org.ganglion.io.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Round numbers on an axis.
 *
 * @param first the first of them
 * @param step 1, 2 or 5 times a power of ten
 */
public record Ticks(double first, double step, int count) {

    /** Ticks between two different values, at most about {@code most} of them. */
    public static Ticks between(double low, double high, int most) {
        double raw = (high - low) / Math.max(1, most);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (double factor : new double[] {5, 2, 1}) {
            if (factor * power >= raw * (1 - 1e-9)) {
                step = factor * power;
            }
        }
        double first = Math.ceil(low / step - 1e-9) * step;
        int count = (int) Math.floor((high - first) / step + 1e-9) + 1;
        return new Ticks(first, step, count);
    }

    public double value(int tick) {
        return first + tick * step;
    }

    /** A tick's number with as many digits as the distance of ticks needs. */
    public String label(int tick) {
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        BigDecimal value = BigDecimal.valueOf(value(tick)).setScale(digits, RoundingMode.HALF_UP);
        return String.format(Locale.ROOT, "%,." + digits + "f", value.signum() == 0 ? BigDecimal.ZERO : value);
    }
}
