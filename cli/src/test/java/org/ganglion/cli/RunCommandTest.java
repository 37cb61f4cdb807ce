package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTest {
    @TempDir
    private Path folder;

    private String hashOf(Path model, String output, String... sets) throws IOException {
        Path into = folder.resolve(output);
        Object[] arguments = new Object[5 + 2 * sets.length];
        List<Object> fixed = List.of("run", model, "--quiet", "--output", into);
        for (int i = 0; i < 5; i++) {
            arguments[i] = fixed.get(i);
        }
        for (int i = 0; i < sets.length; i++) {
            arguments[5 + 2 * i] = "--set";
            arguments[6 + 2 * i] = sets[i];
        }
        Call call = Call.of(arguments);
        assertEquals("", call.err());
        assertEquals("", call.out(), "quiet says nothing");
        assertEquals(0, call.exitCode());
        return Call.runJson(into, "spike_hash");
    }

    @Test
    void runLeavesEveryFileAndATable() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        Call call = Call.of("run", model, "--output", into);
        assertEquals(0, call.exitCode(), call.err());
        for (String file : List.of("spikes.h5", "states.h5", "raster.png", "states.png", "report.html", "run.json")) {
            assertTrue(Files.size(into.resolve(file)) > 0, file);
        }
        assertEquals("false", Call.runJson(into, "partial"));
        assertTrue(call.out().contains(Call.runJson(into, "spike_hash")), call.out());
        assertTrue(call.err().startsWith("tiny: 100 neurons, 1,000 synapses"), call.err());
        try (var files = Files.list(into)) {
            assertEquals(6, files.count(), "nothing else is left");
        }
    }

    @Test
    void aSecondRunInTheSameFolderNeedsForce() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        String hash = hashOf(model, "results");
        Call refused = Call.of("run", model, "--output", folder.resolve("results"));
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("already holds a run"), refused.err());
        assertTrue(refused.err().contains("--force"), refused.err());
        Call forced = Call.of("run", model, "--output", folder.resolve("results"), "--force", "--set", "w=0.11 mV");
        assertEquals(0, forced.exitCode(), forced.err());
        assertNotEquals(hash, Call.runJson(folder.resolve("results"), "spike_hash"), "another weight, other spikes");
    }

    @Test
    void sameSpikesAgainAndForOneTwoAndThreeGroupsAndWhateverIsWritten() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        String hash = hashOf(model, "first");
        assertEquals(hash, hashOf(model, "again"));
        assertEquals(hash, hashOf(model, "one", "simulation.groups=1"));
        assertEquals(hash, hashOf(model, "two", "simulation.groups=2"));
        assertEquals(hash, hashOf(model, "three", "simulation.groups=3", "simulation.threads=2"));
        assertEquals(hash, hashOf(model, "bare", "output.raster=false"));
        assertFalse(Files.exists(folder.resolve("bare/raster.png")));
        assertEquals("3", Call.runJson(folder.resolve("three"), "groups"));
    }

    @Test
    void theRunJsonOfARunRepeatsIt() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        String hash = hashOf(model, "first", "w=0.12 mV");
        assertEquals(hash, hashOf(folder.resolve("first/run.json"), "again"));
    }

    @Test
    void aRunWhoseStimuliChangeIsRepeatedByItsRunJson() throws IOException {
        String changing = Call.TINY + "changes: [{at: 5 ms, set: {stimuli.background.rate: 0 Hz}}]\n";
        String hash = hashOf(Call.write(folder, "changing.yaml", changing), "first");
        assertEquals(hash, hashOf(folder.resolve("first/run.json"), "again"));
        assertNotEquals(hash, hashOf(Call.write(folder, "tiny.yaml", Call.TINY), "unchanged"));
    }

    @Test
    void aPopulationThatRunsAwayEndsTheRunWithItsResultsAndTheReason() throws IOException {
        Path model = Call.write(folder, "fast.yaml", """
                populations:
                  E: {model: iaf_psc_exp, size: 60, parameters: {t_ref: 1.5 ms}}
                stimuli: {push: {type: dc, to: E, amplitude: 20 nA}}
                recorders: {spikes: {type: spikes, from: E}}
                simulation: {duration: 1 s}
                """);
        Path into = folder.resolve("fast");
        Call call = Call.of("run", model, "--output", into);
        assertEquals(4, call.exitCode(), call.err());
        assertTrue(call.err().contains("populations.E: "), call.err());
        assertTrue(call.err().contains("Hz between 0 ms and 100 ms is above simulation.max-rate (300 Hz)"), call.err());
        assertEquals("true", Call.runJson(into, "partial"));
        assertTrue(Call.runJson(into, "ended_by").startsWith("populations.E: "));
        assertTrue(Files.size(into.resolve("spikes.h5")) > 0);
        Call.of("run", model, "--quiet", "--output", folder.resolve("free"), "--set", "simulation.max-rate=none");
        assertEquals("false", Call.runJson(folder.resolve("free"), "partial"));
    }

    @Test
    void theFolderOfTheModelIsUsedUnlessAnotherIsGiven() throws IOException {
        Path own = folder.resolve("own");
        Path model = Call.write(folder, "tiny.yaml", Call.TINY + "output: {directory: " + own + "}\n");
        assertEquals(0, Call.of("run", model, "-q").exitCode());
        assertTrue(Files.exists(own.resolve("run.json")));
    }

    @Test
    void theVersionInRunJsonIsTheOneThatIsTold() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        hashOf(model, "results");
        String version = Call.runJson(folder.resolve("results"), "ganglion");
        assertTrue(Call.of("version").out().startsWith("ganglion " + version + "\n"), version);
        assertTrue(Character.isDigit(version.charAt(0)), version);
    }
}
