package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ganglion.cli.template.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files to begin with. */
final class NewCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Template.class)
    void everyTemplateIsWrittenIsValidAndRunsToSomeSpikes(Template template) throws IOException {
        Path file = folder.resolve(template.file());
        Call made = Call.of("new", template.title(), "-o", file);
        assertEquals(0, made.exitCode(), made.err());
        assertTrue(made.out().contains("ganglion run " + file), made.out());
        Call valid = Call.of("validate", file);
        assertEquals(0, valid.exitCode(), valid.err());
        Path into = folder.resolve("results");
        Call run = Call.of("run", file, "-q", "--output", into, "--set", "output.raster=false");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Long.parseLong(Call.runJson(into, "spikes").strip()) > 0, "it is not silent");
    }

    /** What the comments of the templates propose to set. */
    @ParameterizedTest
    @EnumSource(Template.class)
    void whatATemplateSaysToTryCanBeSet(Template template) throws IOException {
        Path file = folder.resolve(template.file());
        assertEquals(0, Call.of("new", template.title(), "-o", file).exitCode());
        var tries =
                java.util.regex.Pattern.compile("--set (\\S+?)[},;]*(\\s|$)").matcher(Files.readString(file));
        int found = 0;
        while (tries.find()) {
            Call call = Call.of("validate", file, "--set", tries.group(1));
            assertEquals(0, call.exitCode(), tries.group(1) + ": " + call.err());
            found++;
        }
        assertTrue(found > 0, "it says what to try");
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Path file = Call.write(folder, "mine.yaml", "mine");
        Call call = Call.of("new", "network", "-o", file);
        assertEquals(2, call.exitCode());
        assertTrue(call.err().startsWith(file + ": is there already"), call.err());
        assertEquals("mine", Files.readString(file));
        Path companion = Call.write(folder, "OwnNeuron.java", "mine too");
        Call other = Call.of("new", "own-model", "-o", folder.resolve("other.yaml"));
        assertEquals(2, other.exitCode());
        assertTrue(other.err().startsWith(companion.toString()), other.err());
        assertFalse(Files.exists(folder.resolve("other.yaml")), "all files or none");
    }

    @Test
    void anUnknownTemplateIsAnsweredWithTheNearest() {
        Call call = Call.of("new", "netwrok");
        assertEquals(2, call.exitCode());
        assertTrue(call.err().contains("did you mean \"network\"?"), call.err());
    }

    @Test
    void withoutATerminalTheTemplatesAreListed() {
        Call list = Call.of("new", "--list");
        for (String title : Template.titles()) {
            assertTrue(list.out().contains("  " + title + " "), list.out());
        }
        assertEquals(list, Call.of("new"));
    }

    @Test
    void aNameWithoutEndingGetsOneAndAProgramItsClass() throws IOException {
        assertEquals(0, Call.of("new", "neuron", "-o", folder.resolve("cell")).exitCode());
        assertTrue(Files.exists(folder.resolve("cell.yaml")));
        assertEquals(
                0, Call.of("new", "program", "-o", folder.resolve("Mine.java")).exitCode());
        assertTrue(Files.readString(folder.resolve("Mine.java")).contains("class Mine implements ModelProgram"));
        assertEquals(
                2,
                Call.of("new", "program", "-o", folder.resolve("my-net.java")).exitCode());
        Call ending = Call.of("new", "neuron", "-o", folder.resolve("cell.txt"));
        assertTrue(ending.err().contains("such as cell.yaml"), ending.err());
    }

    @Test
    void completionKnowsTheTemplates() {
        for (String shell : new String[] {"bash", "zsh", "fish"}) {
            String script = Call.of("completion", shell).out();
            assertTrue(script.contains("own-model") && script.contains(" new"), shell);
        }
    }
}
