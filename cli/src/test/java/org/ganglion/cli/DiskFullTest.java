package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs whose files cannot grow, or are gone. A limit on the size of files, which needs no rights to set, stands for a full disk: both
 * fail a write in the same place. Blocks of the limit are 512 bytes in some shells, 1,024 in others.
 */
@Timeout(120)
final class DiskFullTest {
    @TempDir
    private Path folder;

    private record Ended(int exitCode, String err) {}

    private Ended run(int limitBlocks, Path model, Path into, String... more) throws Exception {
        List<String> words =
                new ArrayList<>(List.of("run", model.toString(), "--no-progress", "--output", into.toString()));
        words.addAll(List.of(more));
        List<String> java = Call.process(
                        List.of("--sun-misc-unsafe-memory-access=allow", "-Xmx512m", "-XX:-UsePerfData"),
                        words.toArray(String[]::new))
                .command();
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + limitBlocks + "; exec \"$@\"", "sh"));
        command.addAll(java);
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err.toFile())
                .start();
        assertTrue(process.waitFor(100, TimeUnit.SECONDS), () -> "it ends");
        return new Ended(process.exitValue(), Files.readString(err));
    }

    private static void assertTold(Ended ended, String file) {
        assertEquals(1, ended.exitCode(), ended.err());
        assertTrue(ended.err().contains(file + ": has reached the largest size"), ended.err());
        assertFalse(ended.err().contains("\tat "), ended.err());
    }

    private static void assertRecovers(Path into) throws IOException {
        Call recovered = Call.of("recover", into);
        assertEquals(0, recovered.exitCode(), recovered.err());
        assertTrue(Files.size(into.resolve("spikes.h5")) > 0);
    }

    @Test
    void aRunThatCannotRecordOnKeepsWhatItHas() throws Exception {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        // 100 neurons at some 50 Hz spill 20 bytes a step with spikes, and 12 a ms with samples: 128 KiB within 10 s.
        Ended ended = run(128, model, into, "--set", "simulation.duration=1000 s", "--set", "output.raster=false");
        assertTold(ended, ".spill");
        assertTrue(
                ended.err().contains("ganglion recover " + into) || ended.err().contains("is in " + into), ended.err());
        if (!Files.exists(into.resolve("spikes.h5"))) {
            assertRecovers(into);
        }
    }

    @Test
    void aRunThatCannotBeMergedKeepsItsSpillFilesAndSaysHowTheyAreWritten() throws Exception {
        String spikesOnly = Call.TINY.replaceFirst("      potential: .*\n|  potential: .*\n", "");
        Path model = Call.write(folder, "tiny.yaml", spikesOnly.replace("size: 80", "size: 4000"));
        Path into = folder.resolve("results");
        // A spike takes 4 bytes while it is spilled and 16 in spikes.h5 as it is: a limit between the two.
        String[] plain = {"output.raster=false", "output.compression=none", "simulation.duration=100 ms"};
        Ended ended = run(256, model, into, "--set", plain[0], "--set", plain[1], "--set", plain[2]);
        assertTold(ended, into.toString());
        assertTrue(ended.err().contains("could not be merged"), ended.err());
        try (Stream<Path> files = Files.list(into)) {
            assertFalse(files.anyMatch(f -> f.toString().endsWith(".part")), "what is useless takes no room");
        }
        assertTrue(ended.err().contains("ganglion recover"), ended.err());
        assertRecovers(into);
    }

    @Test
    void aRunWhoseFolderIsDeletedEndsAndSaysSo() throws Exception {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        Thread other = Thread.ofPlatform().start(() -> deleteWhenRecorded(into));
        Call call = Call.of("run", model, "-o", into, "--set", "simulation.duration=10000 s");
        other.join();
        assertEquals(1, call.exitCode(), call.err());
        assertTrue(
                call.err().contains(".spill: was deleted while the run went on, and what was recorded with it"),
                call.err());
        assertFalse(call.err().contains("ganglion recover") || call.err().contains("\tat "), call.err());
    }

    private static void deleteWhenRecorded(Path run) {
        try {
            List<Path> spills = List.of();
            while (spills.isEmpty() || Files.size(spills.getFirst()) < 1000) {
                Thread.sleep(20);
                spills = Files.isDirectory(run) ? spills(run) : List.of();
            }
            try (Stream<Path> files = Files.walk(run)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Path> spills(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(f -> f.toString().endsWith(".spill")).toList();
        }
    }
}
