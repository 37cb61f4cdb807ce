package org.ganglion.simulator.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * What arrives at one receptor of a population at most, and how finely it must be kept.
 *
 * <p>Collects the projections onto it, then says in which unit they can be summed.
 */
final class InputBound {
    /** Weights are kept to this share of a constant weight, and of the usual size of those given one by one. */
    private static final double EXACT_GRAIN = 1e-5;

    /** Weights that follow from distance are kept to this share of their usual size. */
    private static final double FORMULA_GRAIN = 1e-4;

    /** Drawn weights are kept to this share of their spread. */
    private static final double DRAWN_GRAIN = 1e-2;

    /** By how much of the largest weight of its projection a packed weight may be rounded up. */
    private static final double PACKED_ROUNDING = 1e-3;

    private static final double INT_SUM = 0x1p31 - 2;
    private static final double LONG_SUM = 0x1p62;

    /** Largest weight field of a packed synapse. */
    static final int PACKED_FIELD = Short.MAX_VALUE;

    /**
     * Weights of one projection.
     *
     * @param largest by size
     * @param grain how finely they must be kept
     * @param varied whether they differ between synapses
     */
    record Weights(double largest, double grain, boolean varied) {

        static Weights constant(double size) {
            return new Weights(size, size > 0 ? size * EXACT_GRAIN : Double.POSITIVE_INFINITY, false);
        }

        /** Drawn ones with this standard deviation. */
        static Weights drawn(double largest, double spread) {
            return new Weights(largest, spread * DRAWN_GRAIN, true);
        }

        /**
         * Of this usual size, and listed one by one or following from distance.
         *
         * @param granule of which all are whole multiples: nothing is lost where they are kept to it
         */
        static Weights given(double largest, double usual, boolean listed, double granule) {
            return new Weights(largest, Math.max(granule, usual * (listed ? EXACT_GRAIN : FORMULA_GRAIN)), true);
        }
    }

    private final List<Weights> varied = new ArrayList<>();
    private double sum;
    private double spikes;
    private double grain = Double.POSITIVE_INFINITY;

    /** Adds a projection of which at most {@code count} spikes can reach one neuron in one step. */
    void add(double count, Weights weights) {
        sum += count * weights.largest();
        spikes += count;
        grain = Math.min(grain, weights.grain());
        if (weights.varied()) {
            varied.add(weights);
        }
    }

    /**
     * Adds a projection whose weights change, up to {@code largest} by size. They are kept as finely as a constant one of
     * the size that is usual at the start.
     */
    void addPlastic(double count, double largest, double usual) {
        sum += count * largest;
        spikes += count;
        grain = Math.min(grain, (usual > 0 ? usual : largest) * EXACT_GRAIN);
    }

    /**
     * The finest unit, a power of two, in which a 32-bit sum cannot overflow. Leaves room for half a unit of rounding a
     * spike, and for packed weights, whose grain is coarser than the unit.
     */
    double intUnit() {
        double room = INT_SUM - spikes;
        return room < INT_SUM / 2 ? Double.POSITIVE_INFINITY : powerOfTwoFrom(sum * (1 + PACKED_ROUNDING) / room);
    }

    /** Likewise for 64 bits; a sum of so many bits leaves room for rounding. */
    double longUnit() {
        return powerOfTwoFrom(sum / LONG_SUM);
    }

    /** Whether sums in this unit keep every weight finely enough. */
    boolean fineEnough(double unit) {
        return unit <= grain && unit < Double.POSITIVE_INFINITY;
    }

    /**
     * Whether sums may be kept in a unit that was planned for a network that this one is a copy of: they cannot overflow 64
     * bits, and weights are about as fine. Bounds of that network may have been a little wider than what was drawn from them.
     */
    boolean serves(double unit) {
        return unit >= longUnit() && powerOfTwoFrom(unit) == unit && fineEnough(unit / 2);
    }

    /** Those that differ between synapses. */
    List<Weights> varied() {
        return varied;
    }

    /** How far weights of this size must be shifted in this unit to fit a packed synapse; -1 if they get too coarse. */
    static int packedShift(Weights weights, double unit) {
        double field = Math.max(unit, powerOfTwoFrom(weights.largest() / PACKED_FIELD));
        return field <= weights.grain() ? Math.getExponent(field) - Math.getExponent(unit) : -1;
    }

    /** Whether weights shifted this far in this unit are kept finely enough, and within the room left by the unit. */
    static boolean keeps(Weights weights, double unit, int shift) {
        double field = Math.scalb(unit, shift);
        return shift >= 0
                && field <= weights.grain()
                && (shift == 0 || field / 2 <= weights.largest() * PACKED_ROUNDING);
    }

    /** The smallest power of two that is at least a value; 2^-100 for anything smaller. */
    static double powerOfTwoFrom(double value) {
        if (value < 0x1p-100) {
            return 0x1p-100;
        }
        double power = Math.scalb(1.0, Math.getExponent(value));
        return power == value ? power : 2 * power;
    }
}
