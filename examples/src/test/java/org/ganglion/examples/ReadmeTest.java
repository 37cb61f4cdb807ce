package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.network.Experiment;
import org.ganglion.network.Pairs;
import org.ganglion.network.random.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows must work as it stands there. */
class ReadmeTest {
    private static final Path ROOT = Example.FOLDER.resolve("..");

    @TempDir
    Path scratch = Path.of("");

    @Test
    void itsYamlRuns() throws Exception {
        Overrides brief = Overrides.of("simulation.duration=50ms");
        Experiment shown = ConfigReader.read(block("yaml"), "README.md", brief).experiment();

        assertTrue(Example.run(shown).summary().spikes() > 0);
    }

    @Test
    void itsJavaRuns() throws Exception {
        String imports = Files.readString(Example.FOLDER.resolve("Brunel.java"))
                .lines()
                .filter(line -> line.startsWith("import "))
                .collect(Collectors.joining("\n"));
        Path program = scratch.resolve("Inhibited.java");
        Files.writeString(program, imports + "\n" + block("java"));

        Experiment shown = Example.read(program.toString(), "g=6", "simulation.duration=20ms");

        Distribution weight = Pairs.of(shown)
                .resembling(0, shown.network().projections().getFirst().weight());
        assertEquals(-0.6, weight.quantile(0.5), 1e-12);
        assertTrue(Example.run(shown).summary().spikes() > 0);
    }

    @Test
    void whatItsCommandsSetCanBeSet() throws IOException {
        Matcher commands = Pattern.compile("^ {4}\\./ganglion run (\\S+\\.yaml)(.*)$", Pattern.MULTILINE)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        int found = 0;
        while (commands.find()) {
            List<String> sets = Pattern.compile("--set '?([^'\\s]+(?: [a-z]+'|))")
                    .matcher(commands.group(2))
                    .results()
                    .map(set -> set.group(1).replace("'", ""))
                    .toList();
            ConfigReader.read(ROOT.resolve(commands.group(1)), new Overrides(sets));
            found++;
        }
        assertTrue(found >= 5, "only " + found + " commands were found");
    }

    @Test
    void linksOfDocumentsLeadSomewhere() throws IOException {
        Pattern link = Pattern.compile("\\]\\((?!https?:)([^)#]+)");
        for (Path document : documents()) {
            Matcher links = link.matcher(Files.readString(document));
            while (links.find()) {
                Path target = document.resolveSibling(links.group(1));
                assertTrue(Files.exists(target), document.normalize() + " links to " + links.group(1));
            }
        }
    }

    private static List<Path> documents() throws IOException {
        try (var docs = Files.walk(ROOT.resolve("docs"));
                var top = Files.list(ROOT)) {
            List<Path> found = docs.collect(Collectors.toList());
            found.addAll(top.toList());
            return found.stream().filter(f -> f.toString().endsWith(".md")).toList();
        }
    }

    private static String block(String language) throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertTrue(block.find(), "the README shows no " + language);
        return block.group(1);
    }
}
