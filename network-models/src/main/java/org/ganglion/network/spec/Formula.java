package org.ganglion.network.spec;

/**
 * A number that depends on one other, such as a rate on time or a probability on distance.
 *
 * <p>Implementations are immutable, equal where {@link #variable} and {@link #text} are, and give the same bits on any
 * machine: elementary functions come from {@link StrictMath}.
 */
public interface Formula {

    /** Name of the number that it depends on, e.g. {@code t} or {@code distance}. */
    String variable();

    /** The formula as a file gives it, with values in place of all other names. */
    String text();

    /** Its value; NaN where it has none, such as a logarithm of a negative number. */
    double at(double variable);
}
