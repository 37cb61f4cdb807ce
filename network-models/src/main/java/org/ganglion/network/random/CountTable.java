package org.ganglion.network.random;

import java.util.Arrays;

/**
 * The distribution of a count that many neurons draw in the same step, for drawing by inversion of 16 random bits: the
 * count is the number of cumulative probabilities that they reach. Where they fall into the cell of 2^-16 in which one of
 * these lies, 32 more bits under another key decide, so that probabilities are exact to 2^-48.
 *
 * <p>Filling it costs an exponential and a few operations for each count that occurs, so it can follow a rate that changes
 * in every step. For rates that stay, {@link PoissonTable} draws faster. Has one owner.
 */
public final class CountTable implements SixteenBitTable {
    /** The largest mean of one Poisson draw; larger means are sums of several draws. */
    public static final double LARGEST_MEAN = 32;

    /** The largest number of trials of a binomial distribution. */
    public static final int MOST_TRIALS = 1000;

    private static final double WHOLE = 0x1p48;
    private static final double NEGLIGIBLE = 0x1p-60;
    private static final short SIGNED = Short.MIN_VALUE;

    private long[] upTo = new long[16]; // [count]: of 2^48, the probability of this count or a smaller one
    private int largest;
    private int draws;
    private double mean = Double.NaN; // of all draws together, where it is Poisson
    private short[] cells =
            new short[16]; // upper 16 bits of upTo, each once, with the top bit flipped: in signed order
    private short[] inCell = new short[16]; // how many of upTo lie in the cell
    private int cellCount;

    /**
     * Fills in a Poisson distribution.
     *
     * @param newMean of the sum of {@link #draws} draws
     * @throws IllegalArgumentException if it is negative, NaN or above a million
     */
    public void poisson(double newMean) {
        if (newMean == mean) {
            return;
        }
        if (!(newMean >= 0 && newMean <= 1e6)) {
            throw new IllegalArgumentException(
                    "no Poisson distribution has a mean of " + newMean + "; it must be from 0 to 1000000");
        }
        mean = newMean;
        draws = (int) Math.ceil(newMean / LARGEST_MEAN);
        double part = newMean / Math.max(1, draws);
        largest = 0;
        double probability = StrictMath.exp(-part);
        double sum = probability;
        for (int k = 1; add(sum) && (k < part || probability > NEGLIGIBLE); k++) {
            probability *= part / k;
            sum += probability;
        }
        fillCells();
    }

    /**
     * Fills in a binomial distribution, to be drawn once.
     *
     * @param trials from 0 to {@link #MOST_TRIALS}
     * @param p probability of success
     * @throws IllegalArgumentException if there is no such distribution, or none that is so large
     */
    public void binomial(int trials, double p) {
        if (!(trials >= 0 && trials <= MOST_TRIALS && p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("no binomial distribution of " + trials + " trials with probability " + p
                    + "; there must be 0 to " + MOST_TRIALS);
        }
        mean = Double.NaN;
        draws = 1;
        largest = 0;
        boolean mirrored = p > 0.5;
        double rare = mirrored ? 1 - p : p;
        double probability = StrictMath.exp(trials * StrictMath.log1p(-rare));
        double sum = probability;
        for (int k = 1; k <= trials && add(sum); k++) {
            probability *= rare / (1 - rare) * (trials - k + 1) / k;
            sum += probability;
        }
        if (mirrored) {
            mirror(trials);
        }
        fillCells();
    }

    /** Adds the probability of the next count and all smaller ones; returns whether larger ones are left. */
    private boolean add(double sum) {
        long rounded = Math.round(sum * WHOLE);
        if (rounded >= (long) WHOLE) {
            return false;
        }
        if (largest == upTo.length) {
            upTo = Arrays.copyOf(upTo, 2 * largest);
        }
        upTo[largest++] = rounded;
        return true;
    }

    /** Turns a distribution of failures into that of successes. */
    private void mirror(int trials) {
        long[] failures = Arrays.copyOf(upTo, largest);
        if (upTo.length < trials) {
            upTo = new long[trials];
        }
        for (int k = 0; k < trials; k++) {
            int fewer = trials - k - 1; // so many failures or fewer: more than k successes
            upTo[k] = (long) WHOLE - (fewer < failures.length ? failures[fewer] : (long) WHOLE);
        }
        largest = trials;
    }

    private void fillCells() {
        if (cells.length < largest) {
            cells = new short[upTo.length];
            inCell = new short[upTo.length];
        }
        cellCount = 0;
        for (int k = 0; k < largest; k++) {
            short cell = (short) ((upTo[k] >>> 32) ^ SIGNED);
            if (cellCount > 0 && cells[cellCount - 1] == cell) {
                inCell[cellCount - 1]++;
            } else {
                cells[cellCount] = cell;
                inCell[cellCount++] = 1;
            }
        }
    }

    /** How many draws, each under a key of its own, are summed for one count; 0 where the mean is 0. */
    public int draws() {
        return draws;
    }

    /** The largest count of one draw. */
    public int largest() {
        return largest;
    }

    /** The largest sum of draws for a Poisson distribution of this mean. */
    public static long largestPoisson(double mean) {
        CountTable table = new CountTable();
        table.poisson(mean);
        return (long) table.draws * table.largest;
    }

    @Override
    public int count(int bits16, long tieKey, long tieCounter) {
        short bits = (short) (bits16 ^ SIGNED);
        int count = 0;
        for (int c = 0; c < cellCount && bits >= cells[c]; c++) {
            if (bits == cells[c]) {
                return count((long) bits16 << 32 | Squares.bits(tieKey, tieCounter) >>> 32);
            }
            count += inCell[c];
        }
        return count;
    }

    /** One draw from 48 random bits. */
    public int count(long bits48) {
        int count = 0;
        while (count < largest && bits48 >= upTo[count]) {
            count++;
        }
        return count;
    }

    /** Whether a draw needs the second look. */
    boolean ties(int bits16) {
        short bits = (short) (bits16 ^ SIGNED);
        for (int c = 0; c < cellCount; c++) {
            if (bits == cells[c]) {
                return true;
            }
        }
        return false;
    }

    /** The exact probability that a draw is this count or a smaller one; for tests and reports. */
    public double upTo(int count) {
        return count < largest ? upTo[count] / WHOLE : 1;
    }

    short[] cells() {
        return cells;
    }

    short[] inCell() {
        return inCell;
    }

    int cellCount() {
        return cellCount;
    }
}
