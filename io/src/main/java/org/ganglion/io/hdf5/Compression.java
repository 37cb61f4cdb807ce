package org.ganglion.io.hdf5;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the values of datasets are stored. What is read is the same. */
public enum Compression {
    /** As they are, each dataset in one piece. */
    NONE,
    /** In chunks, each with its bytes shuffled and deflated; readers of HDF5 undo both by themselves. */
    DEFLATE;

    /** What it is called in configurations. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Compression::word).toList();
    }

    /** The one that a word stands for. */
    public static Optional<Compression> named(String word) {
        return Arrays.stream(values()).filter(c -> c.word().equals(word)).findFirst();
    }
}
