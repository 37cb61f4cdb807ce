package org.ganglion.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * Which Ganglion this is.
 *
 * @param number as in the Maven build
 * @param commit of the sources it was built from; empty where they were not in git
 */
record Version(String number, String commit) {
    private static final String RESOURCE = "version.properties";

    static Version current() {
        try (InputStream in = Optional.ofNullable(Version.class.getResourceAsStream(RESOURCE))
                .orElseThrow(() -> new IllegalStateException("the resource " + RESOURCE + " is missing"))) {
            Properties properties = new Properties();
            properties.load(in);
            String commit = properties.getProperty("commit", "");
            // Left as it stands in the source where the build found no repository.
            return new Version(properties.getProperty("version", "unknown"), commit.contains("$") ? "" : commit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Number and commit, e.g. {@code 0.1.0 (commit 3f2701b)}. */
    String text() {
        return commit.isEmpty() ? number : number + " (commit " + commit + ")";
    }
}
