package org.ganglion.io.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be drawn of a run. */
public enum FigureKind {
    NETWORK,
    RASTER,
    RATES,
    ISI,
    CV,
    SPECTRUM,
    CORRELATIONS,
    WEIGHTS,
    VOLTAGES;

    /** What it is called on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FigureKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(FigureKind::key).toList();
    }
}
