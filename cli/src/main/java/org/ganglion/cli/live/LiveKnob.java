package org.ganglion.cli.live;

/**
 * A parameter of a stimulus that can be changed while the run goes on.
 *
 * @param name as on the command line, such as {@code stimuli.background.rate}
 * @param target population that is stimulated
 * @param unit of the value
 * @param value NaN where it is no number, such as a rate that is a formula
 */
public record LiveKnob(String name, String target, String unit, double value) {

    /** A value as people write it. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
