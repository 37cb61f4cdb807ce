package org.ganglion.io.sonata;

import java.util.Optional;
import org.ganglion.network.neuron.NeuronModel;

/** Nodes of one population that are of one kind: they become a population of the network. Each is equal to itself only. */
final class Cells {
    private final NodeTable table;
    private final String name;
    private final CellKind kind;
    private final int[] rows;
    private final int[] indexOf;

    /**
     * Arrays are kept, so not to be written any more.
     *
     * @param name of the population in the network
     * @param rows of the node table, rising
     * @param indexOf by row: its position in {@code rows}, or -1
     */
    Cells(NodeTable table, String name, CellKind kind, int[] rows, int[] indexOf) {
        this.table = table;
        this.name = name;
        this.kind = kind;
        this.rows = rows;
        this.indexOf = indexOf;
    }

    NodeTable table() {
        return table;
    }

    String name() {
        return name;
    }

    int[] rows() {
        return rows;
    }

    int[] indexOf() {
        return indexOf;
    }

    boolean virtual() {
        return kind instanceof CellKind.Virtual;
    }

    NeuronModel model() {
        return kind instanceof CellKind.Point point ? point.model() : CellKind.Virtual.MODEL;
    }

    long[] ids() {
        long[] ids = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ids[i] = table.id(rows[i]);
        }
        return ids;
    }

    Optional<CellKind.Point> point() {
        return kind instanceof CellKind.Point point ? Optional.of(point) : Optional.empty();
    }
}
