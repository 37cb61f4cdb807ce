package org.ganglion.network.random;

import java.util.Arrays;

/**
 * An alias table for Poisson counts drawn from 16 random bits: the low 5 choose one of 32 columns, the other 11 are
 * compared with the column's threshold. Where they equal its whole part, which happens once in 2048 draws, 32 more bits
 * under another key are compared with the rest, so that probabilities are exact to 2^-43 of a column.
 *
 * <p>A. J. Walker, "An efficient method for generating discrete random variables with general distributions", ACM
 * Transactions on Mathematical Software 3 (1977), doi 10.1145/355744.355749. Counts of 32 and more, of probability 2e-10
 * at the largest mean of a table and below 1e-13 for means up to 6, are drawn as 31.
 */
public final class PoissonTable implements SixteenBitTable {
    /** Number of columns, and of different counts. */
    public static final int COLUMNS = 32;

    /** The largest mean of one table; larger means are sums of several draws. */
    public static final double LARGEST_MEAN = 8;

    private static final int COLUMN_BITS = 5;
    private static final double FRACTIONS = 1 << (16 - COLUMN_BITS);

    private final double mean;
    private final int draws;
    private final short[] threshold = new short[COLUMNS]; // [column]: own count while the fraction is below
    private final short[] alias = new short[COLUMNS]; // [column]: the count otherwise
    private final byte[] upperThreshold = new byte[COLUMNS]; // [column]: its upper 8 bits, their sign turned
    private final byte[] lowerThreshold = new byte[COLUMNS]; // [column]: its lower 3 bits and the column, likewise
    private final byte[] aliasByte = new byte[COLUMNS]; // [column]
    private final long[] tie = new long[COLUMNS]; // [column]: of 2^32, own count at the threshold while below

    private PoissonTable(double mean, int draws) {
        this.mean = mean;
        this.draws = draws;
        fill(probabilities(mean / Math.max(1, draws)));
    }

    /**
     * The table for counts with this mean, or with an equal part of it where it is above {@link #LARGEST_MEAN}.
     *
     * @throws IllegalArgumentException if the mean is negative, NaN or above a million
     */
    public static PoissonTable of(double mean) {
        if (!(mean >= 0 && mean <= 1e6)) {
            throw new IllegalArgumentException(
                    "no Poisson table for a mean of " + mean + "; it must be from 0 to 1000000");
        }
        return new PoissonTable(mean, (int) Math.ceil(mean / LARGEST_MEAN));
    }

    /** Mean of the sum of {@link #draws} draws. */
    public double mean() {
        return mean;
    }

    /** How many draws, each under a key of its own, are summed for one count; 0 where the mean is 0. */
    public int draws() {
        return draws;
    }

    @Override
    public int count(int bits16, long tieKey, long tieCounter) {
        int column = bits16 & (COLUMNS - 1);
        int fraction = bits16 >>> COLUMN_BITS;
        if (fraction == threshold[column]) {
            return Squares.bits(tieKey, tieCounter) >>> 32 < tie[column] ? column : alias[column];
        }
        return fraction < threshold[column] ? column : alias[column];
    }

    /** Whether a draw needs the second look. */
    boolean ties(int bits16) {
        return bits16 >>> COLUMN_BITS == threshold[bits16 & (COLUMNS - 1)];
    }

    /** The exact probability of a count under this table; for tests and reports. */
    public double probability(int count) {
        double sum = 0;
        for (int column = 0; column < COLUMNS; column++) {
            double own = (threshold[column] + tie[column] * 0x1p-32) / FRACTIONS;
            sum += (column == count ? own : 0) + (alias[column] == count ? 1 - own : 0);
        }
        return sum / COLUMNS;
    }

    short[] thresholds() {
        return threshold;
    }

    short[] aliases() {
        return alias;
    }

    byte[] upperThresholds() {
        return upperThreshold;
    }

    byte[] lowerThresholds() {
        return lowerThreshold;
    }

    byte[] aliasBytes() {
        return aliasByte;
    }

    private static double[] probabilities(double mean) {
        double[] result = new double[COLUMNS];
        double probability = StrictMath.exp(-mean);
        double below = 0;
        for (int k = 0; k < COLUMNS - 1; k++) {
            result[k] = probability;
            below += probability;
            probability *= mean / (k + 1);
        }
        result[COLUMNS - 1] = Math.max(0, Math.min(1 - below, 2 * probability));
        return result;
    }

    /** Walker's method: a column poorer than the average is filled up by the richest. */
    private void fill(double[] probabilities) {
        double[] height = new double[COLUMNS];
        for (int k = 0; k < COLUMNS; k++) {
            height[k] = probabilities[k] * COLUMNS;
        }
        boolean[] done = new boolean[COLUMNS];
        for (int round = 0; round < COLUMNS; round++) {
            int poorest = -1;
            int richest = -1;
            for (int k = 0; k < COLUMNS; k++) {
                if (!done[k]) {
                    poorest = poorest < 0 || height[k] < height[poorest] ? k : poorest;
                    richest = richest < 0 || height[k] > height[richest] ? k : richest;
                }
            }
            done[poorest] = true;
            setColumn(poorest, richest, poorest == richest ? 1 : Math.min(1, height[poorest]));
            height[richest] -= 1 - height[poorest];
        }
    }

    private void setColumn(int column, int other, double own) {
        double exact = own * FRACTIONS;
        int whole = (int) Math.min(exact, FRACTIONS - 1);
        threshold[column] = (short) whole;
        tie[column] = Math.round((exact - whole) * 0x1p32);
        upperThreshold[column] = (byte) (whole >> 3 ^ 0x80);
        lowerThreshold[column] = (byte) (whole << COLUMN_BITS ^ column ^ 0x80);
        alias[column] = (short) other;
        aliasByte[column] = (byte) other;
    }

    @Override
    public String toString() {
        return "PoissonTable[mean " + mean + ", draws " + draws + ", thresholds " + Arrays.toString(threshold) + "]";
    }
}
