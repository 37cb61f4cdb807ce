package org.ganglion.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.io.TestExperiments;
import org.ganglion.simulator.Locality;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    Path folder;

    private RunFacts facts(String config, List<PopulationSummary> populations, boolean partial) {
        var experiment = TestExperiments.experiment(
                List.of(TestExperiments.population("E", 10000), TestExperiments.population("silent", 3)),
                List.of(),
                1000,
                500);
        RunSummary summary = new RunSummary(
                populations,
                5000,
                15000,
                partial,
                10003,
                15630000,
                400123,
                500123456,
                1L << 26,
                0x1fL,
                -1L,
                7,
                0.04,
                2,
                2,
                1.25,
                0.5,
                2.5,
                1.0,
                1.0,
                500123456,
                new Locality(0.75, 0.8125));
        return new RunFacts(
                experiment,
                summary,
                "0.1.0",
                config,
                "",
                Instant.EPOCH,
                new MemoryPeak(1536L << 20, true),
                folder,
                List.of(folder.resolve("spikes.h5"), folder.resolve("run.json")));
    }

    private RunFacts facts(String config) {
        return facts(
                config,
                List.of(
                        new PopulationSummary("E", 10000, 319000, 31.9, 0.734, 9990),
                        new PopulationSummary("silent", 3, 0, 0, Double.NaN, 0)),
                false);
    }

    /** Every scalar by its path; fails if the text is not JSON. */
    private static Map<String, String> scalars(String text) throws IOException {
        Map<String, String> scalars = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    boolean none = parser.currentToken() == JsonToken.VALUE_NULL;
                    scalars.put(
                            parser.getParsingContext().pathAsPointer().toString(), none ? "null" : parser.getText());
                }
            }
        }
        return scalars;
    }

    @Test
    void runJsonHoldsWhatARunIsRepeatedAndComparedBy() throws IOException {
        Path path = folder.resolve("run.json");
        RunJson.write(path, facts("{\"parameters\": {\"g\": 5}, \"seeds\": [1, 2.5, null]}"));
        Map<String, String> json = scalars(Files.readString(path));
        assertEquals("000000000000001f", json.get("/spike_hash"));
        assertEquals("ffffffffffffffff", json.get("/state_hash"));
        assertEquals("2.5", json.get("/real_time_factor"));
        assertEquals("400123", json.get("/spikes"));
        assertEquals("15630000", json.get("/synapses"));
        assertEquals("1.25", json.get("/build_seconds"));
        assertEquals("false", json.get("/partial"));
        assertEquals("1", json.get("/simulation/seed"));
        assertEquals("0.1", json.get("/simulation/dt_ms"));
        assertEquals("5", json.get("/config/parameters/g"));
        assertEquals("2.5", json.get("/config/seeds/1"));
        assertEquals("31.9", json.get("/populations/0/rate_hz"));
        assertEquals("1970-01-01T00:00:00Z", json.get("/machine/ended"));
        assertEquals("run.json", json.get("/files/1"));
        assertFalse(Files.exists(folder.resolve("run.json.part")));
    }

    @Test
    void whatIsNoNumberIsNull() throws IOException {
        Map<String, String> json = scalars(RunJson.text(facts("")));
        assertEquals("null", json.get("/populations/1/cv"));
        assertEquals("null", json.get("/config"));
        assertEquals("null", json.get("/network_hash"));
    }

    @Test
    void aConfigurationThatIsNoJsonIsRefused() {
        for (String config : List.of("{\"a\": ", "a: 1", "{} {}", "{\"a\": NaN}")) {
            assertThrows(IllegalArgumentException.class, () -> RunJson.text(facts(config)), config);
        }
    }

    @Test
    void theTableIsAlignedAndFits80Columns() {
        String expected = """
                  population  neurons   spikes       rate  CV of ISI
                  --------------------------------------------------
                  E            10,000  319,000  31.900 Hz       0.73
                  silent            3        0   0.000 Hz          -

                  model time        1,000.0 ms
                  synapses          15,630,000
                  synaptic events   500,123,456  (200.0 million per second)
                  inside groups     75.0 % of synapses, 81.3 % of synaptic events
                  real-time factor  2.50  (2.50 s)
                  built in          1.25 s
                  memory            1.50 GiB at most
                  delays rounded    7, by 0.040 ms at most
                  spike hash        000000000000001f
                  files in          FOLDER
                                    spikes.h5  run.json
                """.replace("FOLDER", folder.toString());
        assertEquals(lines(expected), lines(SummaryTable.text(facts(""))));
    }

    private static List<String> lines(String text) {
        return text.lines().map(line -> line.isBlank() ? "" : line).toList();
    }

    @Test
    void longNamesAndLargeNumbersStillFit80Columns() {
        List<PopulationSummary> large = List.of(new PopulationSummary(
                "a population of which the name is longer than anybody would want it to be",
                2_000_000_000,
                900_000_000_000L,
                1234.5,
                0.99,
                5));
        SummaryTable.text(facts("", large, true))
                .lines()
                .filter(line -> !line.contains(folder.toString()))
                .forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void aPartialRunSaysSo() {
        assertTrue(SummaryTable.text(facts("", List.of(), true)).contains("partial"));
    }

    @Test
    void thePeakOfMemoryIsAtLeastTheHeapInUse() {
        Runtime runtime = Runtime.getRuntime();
        assertTrue(MemoryPeak.now().bytes() >= (runtime.totalMemory() - runtime.freeMemory()) / 2);
    }
}
