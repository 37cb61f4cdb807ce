package org.ganglion.simulator.plan;

import java.util.Arrays;
import org.ganglion.network.random.Distribution;

/**
 * Draws of a distribution in whole units: the quantile of 32 random bits, divided by the unit and rounded, looked up
 * instead of computed. Gives the very numbers that the formula gives, since both rise with the bits.
 */
public final class WholeSampler implements WholeValues {
    private static final int GUIDE_BITS = 12;
    private static final int LINEAR = 8;

    /** Ranges wider than this are computed, not looked up. */
    public static final int LARGEST_TABLE = 1 << 17;

    private final Distribution distribution;
    private final double unit;
    private final long first;
    private final long last;
    private final int[] thresholds; // [value - first]: the smallest bits, as unsigned, that give at least this value
    private final int[] guide; // [upper bits]: value - first at the start of this range of bits

    public WholeSampler(Distribution distribution, double unit) {
        this.distribution = distribution;
        this.unit = unit;
        this.first = formula(0);
        this.last = formula(0xFFFFFFFFL);
        if (last - first < LARGEST_TABLE) {
            this.thresholds = thresholds();
            this.guide = guide();
        } else {
            this.thresholds = new int[0];
            this.guide = new int[0];
        }
    }

    /** The smallest number that a distribution can give, without making a sampler. */
    static long smallest(Distribution distribution, double unit) {
        return formula(distribution, unit, 0);
    }

    /** The largest number that a distribution can give, without making a sampler. */
    static long largest(Distribution distribution, double unit) {
        return formula(distribution, unit, 0xFFFFFFFFL);
    }

    @Override
    public long smallest() {
        return first;
    }

    @Override
    public long largest() {
        return last;
    }

    /** The number for 32 random bits. */
    public long draw(int bits) {
        if (first == last) {
            return first;
        }
        if (guide.length == 0) {
            return formula(bits & 0xFFFFFFFFL);
        }
        int cell = bits >>> (32 - GUIDE_BITS);
        int i = guide[cell];
        int end = guide[cell + 1];
        if (end - i > LINEAR) {
            return first + search(i, end, bits);
        }
        int unsigned = bits + Integer.MIN_VALUE;
        while (i < end && unsigned >= thresholds[i + 1] + Integer.MIN_VALUE) {
            i++;
        }
        return first + i;
    }

    private int search(int from, int to, int bits) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Integer.compareUnsigned(bits, thresholds[middle]) >= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private long formula(long bits) {
        return formula(distribution, unit, bits);
    }

    private static long formula(Distribution distribution, double unit, long bits) {
        return (long) Math.floor(distribution.quantile((bits + 0.5) * 0x1p-32) / unit + 0.5);
    }

    private int[] thresholds() {
        int n = (int) (last - first) + 1;
        int[] result = new int[n];
        fill(result, 0, 0, n - 1, 0xFFFFFFFFL);
        return result;
    }

    /** Fills thresholds of the values above {@code lowValue} up to {@code highValue}, known at both ends of the bits. */
    private void fill(int[] result, int lowValue, long lowBits, int highValue, long highBits) {
        if (lowValue == highValue) {
            return;
        }
        if (highBits - lowBits == 1) {
            Arrays.fill(result, lowValue + 1, highValue + 1, (int) highBits);
            return;
        }
        long middleBits = (lowBits + highBits) >>> 1;
        int middleValue = (int) (formula(middleBits) - first);
        fill(result, lowValue, lowBits, middleValue, middleBits);
        fill(result, middleValue, middleBits, highValue, highBits);
    }

    private int[] guide() {
        int cells = 1 << GUIDE_BITS;
        int[] result = new int[cells + 1];
        for (int cell = 0; cell < cells; cell++) {
            result[cell] = (int) (formula((long) cell << (32 - GUIDE_BITS)) - first);
        }
        result[cells] = (int) (last - first);
        return result;
    }
}
