package org.ganglion.io.yaml;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param line from 1; 0 stands for the whole file
 * @param column from 1
 */
public record Position(String file, int line, int column) implements Comparable<Position> {
    private static final Comparator<Position> ORDER =
            Comparator.comparing(Position::file).thenComparing(Position::line).thenComparing(Position::column);

    public static Position of(String file) {
        return new Position(file, 0, 0);
    }

    /** As editors and terminals know it: {@code brunel.yaml:31:14}. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
