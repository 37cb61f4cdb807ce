package org.ganglion.examples;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    /** Which test runs which file. */
    private static final Map<String, Class<?>> TESTED_BY = Map.ofEntries(
            entry("hello.yaml", HelloTest.class),
            entry("brunel.yaml", BrunelTest.class),
            entry("Brunel.java", BrunelTest.class),
            entry("brunel-2000.yaml", Brunel2000Test.class),
            entry("vogels-abbott-2005-coba.yaml", VogelsAbbott2005Test.class),
            entry("vogels-abbott-2005-cuba.yaml", VogelsAbbott2005Test.class),
            entry("diesmann-1999-synfire.yaml", Diesmann1999Test.class),
            entry("golomb-ermentrout-1999-wave.yaml", GolombErmentrout1999Test.class),
            entry("pd14.yaml", MicrocircuitTest.class),
            entry("multi-area.yaml", MultiAreaTest.class),
            entry("stdp.yaml", StdpTest.class),
            entry("sweep.yaml", SweepExampleTest.class),
            entry("izhikevich-2003.yaml", Izhikevich2003Test.class),
            entry("song-miller-abbott-2000.yaml", SongMillerAbbott2000Test.class),
            entry("tsodyks-uziel-markram-2000.yaml", TsodyksUzielMarkram2000Test.class),
            entry("own-models.yaml", OwnModelsTest.class),
            entry("PerfectIntegrator.java", OwnModelsTest.class),
            entry("HebbianSynapse.java", OwnModelsTest.class));

    @Test
    void everyExampleIsRunByATest() throws IOException {
        assertEquals(new TreeSet<>(TESTED_BY.keySet()), new TreeSet<>(Example.files()));
    }

    @Test
    void theIndexNamesEveryExample() throws IOException {
        String index = Files.readString(Example.FOLDER.resolve("README.md"));
        for (String file : Example.files()) {
            assertEquals(true, index.contains("](" + file + ")"), "README.md does not name " + file);
        }
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
