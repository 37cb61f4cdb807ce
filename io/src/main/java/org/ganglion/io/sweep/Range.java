package org.ganglion.io.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Values between two bounds, both included. They are computed in decimals, so that {@code 3:6:0.1} has 3.3 in it and not
 * 3.3000000000000003.
 *
 * @param first the lower bound
 * @param last the upper bound
 * @param unit symbol behind each number; empty for plain numbers
 * @param logarithmic whether equal ratios are equally far apart, not equal differences
 */
public record Range(BigDecimal first, BigDecimal last, String unit, boolean logarithmic) {
    /** More values than this on one axis are taken for a slip. */
    public static final int MOST_VALUES = 100_000;

    /** @throws IllegalArgumentException with the reason, if the bounds are none */
    public Range {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException(
                    "ends at " + last + ", which is below its beginning " + first + "; give the smaller bound first");
        }
        if (logarithmic && first.signum() <= 0) {
            throw new IllegalArgumentException("begins at " + first + "; a logarithmic range needs bounds above 0");
        }
    }

    /**
     * The first bound, and on in steps as long as the last bound is not passed.
     *
     * @throws IllegalArgumentException with the reason, if there are none or too many
     */
    public List<String> inSteps(BigDecimal step) {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("has the step " + step + "; give one above 0");
        }
        if (last.subtract(first).divide(step, MathContext.DECIMAL64).doubleValue() > MOST_VALUES) {
            throw new IllegalArgumentException("has more than " + MOST_VALUES + " values; give a longer step");
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal value = first; value.compareTo(last) <= 0; value = value.add(step)) {
            values.add(written(value));
        }
        return values;
    }

    /**
     * So many values from the first bound to the last, equally far apart.
     *
     * @throws IllegalArgumentException with the reason, if that cannot be
     */
    public List<String> inPoints(int points) {
        if (points < 2 || points > MOST_VALUES) {
            throw new IllegalArgumentException("has " + points + " points; give 2 to " + MOST_VALUES);
        }
        List<String> values = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            values.add(i == 0 ? written(first) : i == points - 1 ? written(last) : at((double) i / (points - 1)));
        }
        return values;
    }

    /** The value at a share of the way from the first bound to the last. */
    public String at(double share) {
        double low = first.doubleValue();
        double high = last.doubleValue();
        double value = logarithmic
                ? StrictMath.exp(StrictMath.log(low) + share * (StrictMath.log(high) - StrictMath.log(low)))
                : low + share * (high - low);
        return written(new BigDecimal(Math.clamp(value, low, high)).round(MathContext.DECIMAL32));
    }

    private String written(BigDecimal value) {
        String number = value.signum() == 0 ? "0" : plain(value.stripTrailingZeros());
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private static String plain(BigDecimal value) {
        boolean readable = value.scale() <= 12 && value.scale() >= -12;
        return readable ? value.toPlainString() : value.toString();
    }
}
