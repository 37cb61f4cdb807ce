package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a run has left in its folder. */
record Results(Path folder) {

    /** What {@code run.json} says under a key. */
    String value(String key) throws IOException {
        Matcher matcher =
                Pattern.compile("\"" + key + "\" : ([^,\\n]*)").matcher(Files.readString(folder.resolve("run.json")));
        assertTrue(matcher.find(), key);
        return matcher.group(1);
    }

    /** Compares with another run: what {@code run.json} says under keys, and every byte of the spikes and recorded weights. */
    void assertSame(Path undisturbed, String... keys) throws IOException {
        for (String key : keys) {
            assertEquals(new Results(undisturbed).value(key), value(key), key);
        }
        for (String file : List.of("spikes.h5", "weights.h5")) {
            assertEquals(Files.exists(undisturbed.resolve(file)), Files.exists(folder.resolve(file)), file);
            if (Files.exists(undisturbed.resolve(file))) {
                assertEquals(
                        -1,
                        Files.mismatch(undisturbed.resolve(file), folder.resolve(file)),
                        "first byte at which the files " + file + " differ");
            }
        }
    }
}
