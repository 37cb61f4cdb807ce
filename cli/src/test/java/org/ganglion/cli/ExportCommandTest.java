package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {
    private static final String WAVES = Call.TINY.replace("rate: 20 kHz", "rate: 20 kHz * (1 + sin(t / (5 ms)))");

    @TempDir
    private Path folder;

    @Test
    void anExportedNetworkRunsToTheSameHashOfSpikes() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path circuit = folder.resolve("circuit");
        Call exported = Call.of("export", model, "--sonata", circuit);
        assertEquals(0, exported.exitCode(), exported.err());
        Path config = circuit.resolve("simulation_config.json");
        assertEquals(config + ": written\n", exported.out());
        Call first = Call.of("run", model, "-q", "--output", folder.resolve("first"));
        assertEquals(0, first.exitCode(), first.err());
        Call again = Call.of("run", config, "-q");
        assertEquals(0, again.exitCode(), again.err());
        Path results = circuit.resolve("output");
        assertTrue(Long.parseLong(Call.runJson(results, "spikes")) > 100, "spikes");
        assertEquals(Call.runJson(folder.resolve("first"), "spike_hash"), Call.runJson(results, "spike_hash"));
        assertEquals(-1, Files.mismatch(folder.resolve("first/spikes.h5"), results.resolve("spikes.h5")));
    }

    @Test
    void aRateThatIsAnExpressionIsRefusedByNameUnlessItMayBeLeftOut() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", WAVES);
        Path circuit = folder.resolve("circuit");
        Call refused = Call.of("export", model, "--sonata", circuit);
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("stimuli.background"), refused.err());
        assertTrue(refused.err().contains("--skip-stimuli"), refused.err());
        Call without = Call.of("export", model, "--sonata", circuit, "--skip-stimuli");
        assertEquals(0, without.exitCode(), without.err());
        assertTrue(without.out().contains("stimuli.background"), without.out());
        Call twice = Call.of("export", model, "--sonata", circuit, "--skip-stimuli");
        assertEquals(2, twice.exitCode());
        assertTrue(twice.err().contains("is not empty"), twice.err());
    }
}
