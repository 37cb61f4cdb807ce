package org.ganglion.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganglion.io.analysis.FinishedRun;
import org.ganglion.io.analysis.SmallRun;
import org.ganglion.io.analysis.UnreadableRunException;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final String RECORDED = SmallRun.NETWORK + """
            recorders:
              all: {type: spikes, from: [E, I]}
              v: {type: state, from: E, neurons: 0..2, variables: [V_m], interval: 1 ms}
              w: {type: weights, projection: I-E, interval: 100 ms}
            """;

    @TempDir
    Path folder;

    private String page(Path run) throws IOException {
        Path file = folder.resolve("page.html");
        Report.write(file, List.of(run));
        return Files.readString(file);
    }

    private static List<String> headings(String page) {
        return Pattern.compile("<h2>(.*?)</h2>")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    @Test
    void aPageTellsAllOfARunInOrder() throws IOException, InterruptedException {
        SmallRun.of(folder, RECORDED);
        String page = page(folder);
        assertEquals(
                List.of(
                        "Network",
                        "Spikes",
                        "Rates",
                        "Intervals and irregularity",
                        "Spectrum",
                        "Correlations",
                        "Weights",
                        "State variables",
                        "Timings",
                        "Settings",
                        "Repeating this run"),
                headings(page));
        FinishedRun run = FinishedRun.read(folder);
        assertTrue(page.contains(run.text("spike_hash")));
        assertTrue(page.contains("run.json --output again"));
        assertTrue(page.contains("I \u2192 E: 300 synapses, -1 mV, 1.5 ms"), "60 neurons have 5 each");
        assertFalse(page.contains("class=\"warning\""));
    }

    @Test
    void aPageNeedsNoOtherFileAndNamesEveryFigure() throws IOException, InterruptedException {
        SmallRun.of(folder, RECORDED);
        String page = page(folder);
        assertFalse(page.contains("<script"));
        Matcher links =
                Pattern.compile("(?:src|href)=\"([^\"]*)\"|url\\(|@import").matcher(page);
        while (links.find()) {
            assertTrue(String.valueOf(links.group(1)).startsWith("data:image/png;base64,"), links.group());
        }
        long figures = Pattern.compile("<svg ").matcher(page).results().count();
        long named = Pattern.compile("role=\"img\" aria-label=\"[^\"]+\"")
                .matcher(page)
                .results()
                .count();
        assertTrue(figures >= 10);
        assertEquals(figures, named);
        assertTrue(page.length() < 2_000_000);
    }

    @Test
    void textOfTheModelIsShownAsItIs() throws IOException, InterruptedException {
        SmallRun.of(folder, RECORDED);
        String page = page(folder);
        assertTrue(page.contains("<h1>small &lt;net&gt;</h1>"));
        assertFalse(page.contains("<net>"));
    }

    @Test
    void aRunThatWasStoppedSaysSoAtTheTop() throws IOException, InterruptedException {
        SmallRun.of(folder, ConfigReader.read(RECORDED, "small.yaml", Overrides.NONE), 2000);
        String page = page(folder);
        int warning = page.indexOf("This run is partial: it was stopped at 200 ms of 450 ms");
        assertTrue(warning > 0 && warning < page.indexOf("<h2>"));
    }

    @Test
    void whatWasLostOnNodesIsSaidAtTheTop() throws IOException, InterruptedException {
        SmallRun.of(folder, RECORDED);
        Files.writeString(
                folder.resolve("summary.txt"),
                "  population  neurons\n\ngroup 1 was lost and is silent from 90.0 ms on\n");
        String page = page(folder);
        assertTrue(page.contains("role=\"note\">group 1 was lost and is silent from 90.0 ms on</p>"));
        assertFalse(page.contains("role=\"note\">  population"));
    }

    @Test
    void aRunWithoutRecordersHasAPageToo() throws IOException, InterruptedException {
        SmallRun.of(folder, SmallRun.NETWORK);
        String page = page(folder);
        assertTrue(page.contains("No spikes were recorded"));
        assertEquals(List.of("Network", "Spikes", "Timings", "Settings", "Repeating this run"), headings(page));
    }

    @Test
    void stimuliAreToldWithTheirValues() throws IOException, InterruptedException {
        SmallRun.of(folder, RECORDED);
        assertTrue(page(folder).contains("<td>Poisson</td><td>rate 20000 Hz, weight 0.1 mV</td>"));
    }

    @Test
    void severalRunsAreComparedByWhatDiffers() throws IOException, InterruptedException {
        Path one = folder.resolve("one");
        Path same = folder.resolve("same");
        Path other = folder.resolve("other");
        SmallRun.of(one, RECORDED);
        SmallRun.of(same, RECORDED);
        SmallRun.of(other, RECORDED.replace("seed: 7", "seed: 8").replace("-1 mV", "-2 mV"));
        Path file = folder.resolve("comparison.html");
        Report.write(file, List.of(one, same));
        String equal = Files.readString(file);
        assertTrue(equal.contains("All runs gave the same spikes and the same state at the end"));
        assertTrue(equal.contains("<h2>Settings that differ</h2>\n<p>None.</p>"));
        Report.write(file, List.of(one, other));
        String different = Files.readString(file);
        assertTrue(different.contains("The runs did not all give the same spikes."));
        assertTrue(
                different.contains(
                        "<tr><th scope=\"row\">simulation.seed</th><td class=\"number\">7</td><td class=\"number\">8</td></tr>"));
        assertTrue(different.contains("projections.I-E.weight"));
        assertFalse(different.contains("simulation.duration"));
    }

    @Test
    void aFolderWithoutARunIsRefused() {
        UnreadableRunException thrown = assertThrows(
                UnreadableRunException.class, () -> Report.write(folder.resolve("page.html"), List.of(folder)));
        assertTrue(String.valueOf(thrown.getMessage()).contains("not the folder of a run"));
        assertFalse(Files.exists(folder.resolve("page.html")));
    }

    @Test
    void aReportIsWrittenUnlessTheOutputSaysOtherwise() {
        String off = RECORDED + "output: {report: false}\n";
        assertEquals(
                Optional.of(folder.resolve("report.html")),
                Report.planned(folder, ConfigReader.read(RECORDED, "a.yaml", Overrides.NONE)));
        assertEquals(Optional.empty(), Report.planned(folder, ConfigReader.read(off, "a.yaml", Overrides.NONE)));
    }
}
