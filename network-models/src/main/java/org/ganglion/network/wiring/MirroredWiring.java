package org.ganglion.network.wiring;

import java.util.Arrays;
import org.ganglion.network.random.KeyedStream;

/**
 * Pairs of neurons that are connected both ways, drawn row by row with geometric steps from one connected neuron to the
 * next, and kept as the sources of every target: who a neuron's partners are hangs together over all rows before it.
 */
public final class MirroredWiring {
    private final KeyedStream stream;
    private final double p;
    private final double logNone;

    private MirroredWiring(double p, long key) {
        this.stream = new KeyedStream(key, 0);
        this.p = p;
        this.logNone = StrictMath.log1p(-p);
    }

    /** Every two different neurons of a population. */
    public static Wiring within(int neurons, double p, long key) {
        MirroredWiring drawn = new MirroredWiring(p, key);
        Columns columns = new Columns(neurons);
        for (int pass = 0; pass < 2; pass++) {
            for (int row = 0; row < neurons; row++) {
                drawn.begin(row);
                for (long other = drawn.next(row); other < neurons; other = drawn.next(other)) {
                    columns.add(row, (int) other);
                    columns.add((int) other, row);
                }
            }
            columns.next();
        }
        return columns.wiring();
    }

    /** Synapses from each row to its partners. */
    public static Wiring there(int rows, int partners, double p, long key) {
        return between(rows, partners, p, key, false);
    }

    /** Synapses back, from the partners to the rows. */
    public static Wiring back(int partners, int rows, double p, long key) {
        return between(rows, partners, p, key, true);
    }

    private static Wiring between(int rows, int partners, double p, long key, boolean back) {
        MirroredWiring drawn = new MirroredWiring(p, key);
        Columns columns = new Columns(back ? rows : partners);
        for (int pass = 0; pass < 2; pass++) {
            for (int row = 0; row < rows; row++) {
                drawn.begin(row);
                for (long other = drawn.next(-1); other < partners; other = drawn.next(other)) {
                    columns.add(back ? (int) other : row, back ? row : (int) other);
                }
            }
            columns.next();
        }
        return columns.wiring();
    }

    private void begin(int row) {
        stream.at(row);
    }

    /** The next partner after one; far beyond all where there is none. */
    private long next(long last) {
        if (p == 0) {
            return Long.MAX_VALUE;
        }
        // With p = 1 the quotient is 0, since logNone is negative infinity.
        double left = StrictMath.log(stream.next()) / logNone;
        return last + 1 + (long) Math.min(left, 1e15);
    }

    /** Sources by target, counted in one pass and written in the next. */
    private static final class Columns {
        private final int[] sizes;
        private int[][] sources = {};

        Columns(int targets) {
            sizes = new int[targets];
        }

        void add(int source, int target) {
            if (sources.length > 0) {
                sources[target][sizes[target]] = source;
            }
            sizes[target]++;
        }

        /** Ends a pass. */
        void next() {
            if (sources.length == 0) {
                sources = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
                Arrays.fill(sizes, 0);
            }
        }

        Wiring wiring() {
            return new ColumnWiring(sources);
        }
    }
}
