package org.ganglion.io.analysis;

import java.util.Arrays;

/**
 * How many values lie in each of several bins of the same width.
 *
 * @param low where the first bin begins
 * @param width of a bin
 * @param counts values in each bin
 * @param above values above the last bin
 */
public record Histogram(double low, double width, long[] counts, long above) {
    /** No values. */
    public static final Histogram EMPTY = new Histogram(0, 1, new long[0], 0);

    /**
     * Counts values that lie from {@code low} to {@code high}, both included; others are left out.
     *
     * @param bins at least 1
     */
    public static Histogram of(double[] values, double low, double high, int bins) {
        double width = (high - low) / bins;
        if (!(width > 0)) {
            throw new IllegalArgumentException("no bins between " + low + " and " + high);
        }
        long[] counts = new long[bins];
        long above = 0;
        for (double value : values) {
            if (value > high) {
                above++;
            } else if (value >= low) {
                counts[(int) Math.min(bins - 1, (value - low) / width)]++;
            }
        }
        return new Histogram(low, width, counts, above);
    }

    /**
     * Counts values from 0 on that are multiples of a unit, in bins that are multiples of it too, so that each may hold as
     * many different values as any other.
     *
     * @param high the largest value that is counted
     * @param most bins at most, one more where the last value begins it
     */
    public static Histogram ofMultiples(double[] values, double unit, double high, int most) {
        double width = unit * Math.max(1, Math.ceil(high / unit / most - 1e-9));
        int bins = 1 + (int) Math.floor((high + unit / 2) / width);
        double[] middle = Arrays.stream(values).map(value -> value + unit / 2).toArray(); // away from the edges
        return of(middle, 0, width * bins, bins);
    }

    /** Values in all bins and above them. */
    public long total() {
        return Arrays.stream(counts).sum() + above;
    }

    /** The share of all values that lies in a bin, per unit of the values. */
    public double density(int bin) {
        return counts[bin] / (width * Math.max(1, total()));
    }

    public double end() {
        return low + width * counts.length;
    }

    /** The same values in bins that are {@code times} as wide. */
    public Histogram coarser(int times) {
        long[] coarse = new long[(counts.length + times - 1) / times];
        for (int i = 0; i < counts.length; i++) {
            coarse[i / times] += counts[i];
        }
        return new Histogram(low, width * times, coarse, above);
    }

    /** The first bins only, the others counted as above. */
    public Histogram head(int bins) {
        int kept = Math.min(bins, counts.length);
        long cut = Arrays.stream(counts, kept, counts.length).sum();
        return new Histogram(low, width, Arrays.copyOf(counts, kept), above + cut);
    }

    /** Bins from the first on that hold a share of all values. */
    public int binsThatHold(double share) {
        long wanted = (long) Math.ceil(share * total());
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            if (sum >= wanted) {
                return i + 1;
            }
        }
        return counts.length;
    }
}
