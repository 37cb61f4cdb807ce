package org.ganglion.io.config;

import java.util.Comparator;
import org.ganglion.io.yaml.Position;

/**
 * One mistake in a model file or an override.
 *
 * @param path keys joined by dots, e.g. {@code projections.E-I.delay}; empty for the file as a whole
 * @param message what is wrong, with the value, what is allowed and a remedy
 */
public record ConfigError(Position at, String path, String message) implements Comparable<ConfigError> {
    private static final Comparator<ConfigError> ORDER = Comparator.comparing(ConfigError::at)
            .thenComparing(ConfigError::path)
            .thenComparing(ConfigError::message);

    /** One line: file, line, column, path, message. */
    @Override
    public String toString() {
        return at + ": " + (path.isEmpty() ? "" : path + ": ") + message;
    }

    @Override
    public int compareTo(ConfigError other) {
        return ORDER.compare(this, other);
    }
}
