package org.ganglion.io.sonata;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5Group;

/**
 * One attribute of the edges of one group, such as their weights, fetched by position. Positions that lie close together, as
 * they do in most files, are read piece by piece; where they are scattered, all of the attribute is kept.
 */
final class EdgeValues {
    private static final int SPARSEST = 8;

    private final H5Column column;
    private final DoublePredicate allowed;
    private final String needed;
    private double[] part = {};
    private long partBegin;
    private int partSize;
    private boolean whole;

    private EdgeValues(H5Column column, DoublePredicate allowed, String needed) {
        this.column = column;
        this.allowed = allowed;
        this.needed = needed;
    }

    static Optional<EdgeValues> of(Optional<H5Group> group, String attribute) {
        return of(group, attribute, _ -> true, "a finite number");
    }

    /**
     * An attribute that not all finite numbers can be values of.
     *
     * @param allowed those that can
     * @param needed what these are, for messages
     */
    static Optional<EdgeValues> of(Optional<H5Group> group, String attribute, DoublePredicate allowed, String needed) {
        return group.flatMap(g -> g.column(attribute)).map(column -> new EdgeValues(column, allowed, needed));
    }

    /** Path of the dataset. */
    String path() {
        return column.path();
    }

    /**
     * Fetches values.
     *
     * @param positions in the group, {@code [0 .. count)}
     * @param edges which edges of the file they belong to, for messages
     */
    void fetch(long[] positions, long[] edges, int count, double[] out) {
        long low = Long.MAX_VALUE;
        long high = -1;
        for (int i = 0; i < count; i++) {
            if (positions[i] < 0 || positions[i] >= column.size()) {
                throw column.wrong("has " + column.size() + " entries, but edge " + edges[i] + " asks for entry "
                        + positions[i] + "; check edge_group_index");
            }
            low = Math.min(low, positions[i]);
            high = Math.max(high, positions[i]);
        }
        if (count > 0) {
            load(low, high, count);
        }
        for (int i = 0; i < count; i++) {
            out[i] = part[(int) (positions[i] - partBegin)];
            if (!Double.isFinite(out[i]) || !allowed.test(out[i])) {
                throw column.wrong("entry " + positions[i] + " is " + out[i] + "; " + needed + " is needed");
            }
        }
    }

    private void load(long low, long high, int count) {
        if (whole || (low >= partBegin && high < partBegin + partSize)) {
            return;
        }
        if (high - low >= (long) SPARSEST * Math.max(count, column.piece())) {
            part = column.allDoubles();
            partBegin = 0;
            whole = true;
            return;
        }
        // From a whole piece on, so that nothing is decompressed twice.
        long begin = low / column.piece() * column.piece();
        long end = Math.min(column.size(), (high / column.piece() + 1) * column.piece());
        partBegin = begin;
        partSize = (int) (end - begin);
        part = part.length < partSize ? new double[partSize] : part;
        double[] piece = new double[column.piece()];
        for (long at = begin; at < end; at += piece.length) {
            int size = (int) Math.min(piece.length, end - at);
            column.doubles(at, size, piece);
            System.arraycopy(piece, 0, part, (int) (at - begin), size);
        }
        Arrays.fill(part, partSize, part.length, Double.NaN);
    }
}
