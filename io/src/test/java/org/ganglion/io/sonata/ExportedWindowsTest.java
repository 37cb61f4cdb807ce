package org.ganglion.io.sonata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.sonata.export.SonataExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Circuits know no start and stop of given spikes and of steps, so these go into the spikes and the steps. */
class ExportedWindowsTest {
    @TempDir
    private Path folder;

    private Path export(String name, String... stimuli) throws Exception {
        String text = """
                name: windows
                populations:
                  cells: {model: iaf_psc_exp, size: 4}
                stimuli:
                """
                + String.join("", Stream.of(stimuli).map(s -> "  " + s + "\n").toList())
                + "simulation: {dt: 0.1 ms, duration: 100 ms}\n";
        Path to = folder.resolve(name);
        assertEquals(
                List.of(),
                SonataExport.write(
                        ConfigReader.read(text, name + ".yaml", Overrides.NONE).experiment(), to, false));
        return to;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aStartAndAStopAreExportedAsWhatTheyLeave() throws Exception {
        Path windows = export(
                "windows",
                "steps: {type: step_current, to: cells, times: [10 ms, 60 ms], amplitudes: [400 pA, 50 pA], start: 20 ms,"
                        + " stop: 80 ms}",
                "kick: {type: spike_train, to: cells, times: [20 ms, 21 ms, 30 ms, 31 ms], delay: 1 ms, weight: 9 pA,"
                        + " start: 20 ms, stop: 30 ms}");
        Path plain = export(
                "plain",
                "steps: {type: step_current, to: cells, times: [20 ms, 60 ms, 80 ms], amplitudes: [400 pA, 50 pA, 0 pA]}",
                "kick: {type: spike_train, to: cells, times: [21 ms, 30 ms], delay: 1 ms, weight: 9 pA}");

        List<Path> files = files(windows);
        assertEquals(files(plain), files);
        assertTrue(files.size() > 3, files.toString());
        for (Path file : files) {
            assertEquals(-1, Files.mismatch(plain.resolve(file), windows.resolve(file)), file.toString());
        }
    }
}
