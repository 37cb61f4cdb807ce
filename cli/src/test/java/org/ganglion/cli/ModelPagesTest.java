package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ganglion.cli.catalog.Examples;
import org.ganglion.cli.catalog.Kinds;
import org.ganglion.cli.catalog.ModelPages;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.network.spec.Description;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages in {@code docs/models}, which are made from the code. */
final class ModelPagesTest {
    private static final Path FOLDER = Path.of("..", "docs", "models");
    private static final String RENEW = "renew the pages with: ./ganglion models --markdown docs/models";

    /** Devices rather than models of cells. */
    private static final Set<String> PLAIN = Set.of("parrot_neuron", "ignore_and_fire");

    @TempDir
    private Path scratch;

    @Test
    void thePagesAreThoseThatTheCodeGives() throws IOException {
        Map<String, String> pages = ModelPages.all();
        try (var files = Files.list(FOLDER)) {
            var committed =
                    files.map(f -> String.valueOf(f.getFileName())).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(new TreeSet<>(pages.keySet()), committed, RENEW + ", and remove those of what is no more");
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            assertEquals(
                    page.getValue(), Files.readString(FOLDER.resolve(page.getKey())), page.getKey() + ": " + RENEW);
        }
    }

    @Test
    void theCommandWritesThem() throws IOException {
        Call call = Call.of("models", "--markdown", scratch.resolve("pages"));

        assertEquals(0, call.exitCode(), call.err());
        assertEquals(
                ModelPages.all().get("iaf_psc_exp.md"),
                Files.readString(scratch.resolve("pages").resolve("iaf_psc_exp.md")));
    }

    @Test
    void aPageHasEquationSymbolUnitDefaultAndPaper() {
        String page = ModelPages.all().getOrDefault("iaf_psc_exp.md", "");

        assertTrue(page.contains("dV_m/dt = "), page);
        assertTrue(page.contains("| `tau_syn_ex` | τ<sub>syn,ex</sub> | ms | 2 | above 0 ms |"), page);
        assertTrue(page.contains("](https://doi.org/10.1523/JNEUROSCI.20-01-j0003.2000)"), page);
    }

    @TestFactory
    Iterable<DynamicTest> everyExampleCanBeRunAndShowsWhatItIsFor() {
        return ModelPages.examples().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    assertTrue(e.getValue().contains(e.getKey()), e.getValue());
                    String whole = Examples.whole(e.getValue());
                    ConfigReader.read(whole, e.getKey() + ".yaml", Overrides.NONE);
                }))
                .toList();
    }

    @Test
    void everyModelNamesItsEquationsAndItsPaper() {
        for (Description model : Kinds.all().getOrDefault(Kinds.NEURONS, java.util.List.of())) {
            if (!PLAIN.contains(model.name())) {
                assertTrue(!model.equation().isEmpty(), model.name() + " has no equation");
                assertTrue(model.reference().matches("(?s).*doi[: ] ?10\\..*"), model.name() + " names no DOI");
            }
        }
    }
}
