package org.ganglion.io.sweep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the values of several parameters go together. */
public enum Design {
    /** Every value of one with every value of the others. */
    GRID,
    /** The first value of each, the second of each, and so on. */
    LIST,
    /** Drawn, each by itself. */
    RANDOM,
    /** Drawn so that each of as many equal parts of every range as there are trials is met once. */
    LATIN_HYPERCUBE;

    /** As written in a model file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether values are drawn from ranges. */
    public boolean drawn() {
        return this == RANDOM || this == LATIN_HYPERCUBE;
    }

    /** The keys of all. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Design::key).toList();
    }
}
