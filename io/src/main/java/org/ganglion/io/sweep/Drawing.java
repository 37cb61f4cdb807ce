package org.ganglion.io.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ganglion.network.random.KeyedStream;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;

/**
 * Draws the values of parameters for trials. What a trial gets depends on the seed, the position of the parameter and the
 * number of the trial, and in a Latin hypercube on how many there are.
 *
 * <p>Latin hypercube: McKay, Beckman & Conover 1979, doi 10.1080/00401706.1979.10489755.
 */
public final class Drawing {
    private static final int PLACE = 0;
    private static final int ORDER = 1;

    private Drawing() {}

    /** Rows of values, {@code [trial][range]}, each drawn by itself. */
    public static List<List<String>> random(List<Range> ranges, int trials, long seed) {
        return rows(ranges, trials, (range, trial) -> stream(seed, range, PLACE, trial)
                .next());
    }

    /** Rows of values, {@code [trial][range]}: every range is cut into as many parts as there are trials, each met once. */
    public static List<List<String>> latinHypercube(List<Range> ranges, int trials, long seed) {
        List<int[]> orders = IntStream.range(0, ranges.size())
                .mapToObj(range -> order(trials, seed, range))
                .toList();
        return rows(ranges, trials, (range, trial) -> {
            double within = stream(seed, range, PLACE, trial).next();
            return (orders.get(range)[trial] + within) / trials;
        });
    }

    private interface Share {
        double of(int range, int trial);
    }

    private static List<List<String>> rows(List<Range> ranges, int trials, Share share) {
        List<List<String>> rows = new ArrayList<>();
        for (int trial = 0; trial < trials; trial++) {
            List<String> row = new ArrayList<>();
            for (int range = 0; range < ranges.size(); range++) {
                row.add(ranges.get(range).at(share.of(range, trial)));
            }
            rows.add(row);
        }
        return rows;
    }

    /** A permutation of 0, 1, ... */
    private static int[] order(int trials, long seed, int range) {
        int[] order = IntStream.range(0, trials).toArray();
        for (int i = trials - 1; i > 0; i--) {
            int other = (int) (stream(seed, range, ORDER, i).next() * (i + 1));
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    private static KeyedStream stream(long seed, int range, int part, int trial) {
        return new KeyedStream(Keys.of(seed, Purpose.SWEEP, range, part), trial);
    }
}
