package org.ganglion.io.quantity;

/** What a quantity measures, as powers of time, voltage and current. */
public record Dimension(int time, int voltage, int current) {
    public static final Dimension NONE = new Dimension(0, 0, 0);
    public static final Dimension TIME = new Dimension(1, 0, 0);
    public static final Dimension VOLTAGE = new Dimension(0, 1, 0);
    public static final Dimension CURRENT = new Dimension(0, 0, 1);
    public static final Dimension CAPACITANCE = new Dimension(1, -1, 1);
    public static final Dimension CONDUCTANCE = new Dimension(0, -1, 1);
    public static final Dimension RESISTANCE = new Dimension(0, 1, -1);
    public static final Dimension RATE = new Dimension(-1, 0, 0);

    public Dimension times(Dimension other) {
        return new Dimension(time + other.time, voltage + other.voltage, current + other.current);
    }

    public Dimension power(int exponent) {
        return new Dimension(time * exponent, voltage * exponent, current * exponent);
    }

    /** Whether a square root has whole powers again. */
    boolean isSquare() {
        return time % 2 == 0 && voltage % 2 == 0 && current % 2 == 0;
    }

    Dimension root() {
        return new Dimension(time / 2, voltage / 2, current / 2);
    }

    /** The largest of its powers, to stop runaway expressions. */
    int size() {
        return Math.max(Math.abs(time), Math.max(Math.abs(voltage), Math.abs(current)));
    }
}
