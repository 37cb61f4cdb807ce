package org.ganglion.network.spec;

/**
 * Something wrong with a description.
 *
 * @param path where, as keys joined by dots as in a file, e.g. {@code projections.E-I.delay}
 * @param message what is wrong, with the value, what is allowed and a remedy, in one line
 */
public record Problem(String path, String message) {
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
