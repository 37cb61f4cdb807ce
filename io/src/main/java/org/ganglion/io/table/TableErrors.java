package org.ganglion.io.table;

import java.util.function.BiConsumer;
import org.ganglion.io.yaml.Position;

/** Mistakes in one file, as they are found; of very many only the first are told. */
final class TableErrors {
    private static final int MOST = 20;

    private final String file;
    private final BiConsumer<Position, String> report;
    private int count;
    private int firstUntold;

    TableErrors(String file, BiConsumer<Position, String> report) {
        this.file = file;
        this.report = report;
    }

    void add(int line, int column, String message) {
        if (count == MOST) {
            firstUntold = line;
        }
        if (count++ < MOST) {
            report.accept(new Position(file, line, column), message);
        }
    }

    void add(String message) {
        if (count++ < MOST) {
            report.accept(Position.of(file), message);
        }
    }

    boolean none() {
        return count == 0;
    }

    /** Says how many are not told. */
    void close() {
        if (count > MOST) {
            report.accept(
                    new Position(file, firstUntold, 1), "from here on there are " + (count - MOST) + " more mistakes");
        }
    }
}
