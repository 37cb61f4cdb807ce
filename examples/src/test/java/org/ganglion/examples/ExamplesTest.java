package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    /** Which test runs which file. */
    private static final Map<String, Class<?>> TESTED_BY = Map.of(
            "hello.yaml", HelloTest.class,
            "brunel.yaml", BrunelTest.class,
            "Brunel.java", BrunelTest.class,
            "pd14.yaml", MicrocircuitTest.class,
            "multi-area.yaml", MultiAreaTest.class,
            "stdp.yaml", StdpTest.class);

    @Test
    void everyExampleIsRunByATest() throws IOException {
        assertEquals(new TreeSet<>(TESTED_BY.keySet()), new TreeSet<>(Example.files()));
    }

    @Test
    void everyExampleNamesItsPaperAndWhatToExpect() throws IOException {
        for (String file : Example.files()) {
            String text = Files.readString(Example.FOLDER.resolve(file));
            assertEquals(true, text.contains("doi 10."), file + " names no DOI");
            assertEquals(
                    true, text.matches("(?s).*([Ww]hat to expect|Expect).*"), file + " does not say what to expect");
        }
    }
}
