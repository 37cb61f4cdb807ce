package org.ganglion.io.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path folder;

    private static String refusal(Path path, boolean force) {
        return assertThrows(OutputFolderException.class, () -> RunFolder.create(path, force))
                .getMessage();
    }

    @Test
    void aFolderIsCreatedWithThoseAboveItAndLeftEmpty() throws IOException {
        Path path = folder.resolve("a/b/c");
        assertEquals(path, RunFolder.create(path, false).path());
        try (var files = Files.list(path)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aFolderWithOtherFilesIsTaken() throws IOException {
        Files.writeString(folder.resolve("brunel.yaml"), "name: brunel");
        RunFolder.create(folder, false);
    }

    @Test
    void aFolderWithASweepIsRefusedEvenByForce() throws IOException {
        Path sweep = Files.writeString(folder.resolve("sweep.json"), "{}");
        for (boolean force : new boolean[] {false, true}) {
            assertEquals(
                    folder + ": holds a sweep; choose another folder for the run with --output DIR, or remove this one",
                    refusal(folder, force));
        }
        assertEquals("{}", Files.readString(sweep));
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("results"));
        assertEquals(
                file + ": is a file, but the results of a run need a folder; choose another with --output DIR",
                refusal(file, true));
    }

    @Test
    void aFolderThatCannotBeCreatedIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        String message = refusal(file.resolve("below"), false);
        assertTrue(message.startsWith(file.resolve("below") + ": cannot be written to ("), message);
        assertTrue(message.endsWith("choose another folder with --output DIR"), message);
    }

    @Test
    void aRunThatIsThereIsRefusedAndStays() throws IOException {
        for (String name : List.of(
                "run.json",
                "spikes-0-0-0.spill",
                "states-1-0-3-ffe0.spill",
                "network.json",
                "spikes.h5",
                "circuit.h5")) {
            Path path = Files.createDirectory(folder.resolve("with-" + name));
            Files.createFile(path.resolve(name));
            assertEquals(
                    path + ": already holds a run (" + name
                            + "); choose another folder with --output DIR, or replace the run with --force"
                            + (name.endsWith(".spill") ? "; ganglion recover writes what it had recorded" : ""),
                    refusal(path, false));
            assertTrue(Files.exists(path.resolve(name)));
        }
    }

    @Test
    void forceRemovesOnlyWhatGanglionWrote() throws IOException {
        List<String> ours = List.of(
                "run.json",
                "spikes.h5",
                "states.h5.part",
                "rates.h5.0123456789ab.part",
                "raster.png",
                "spikes-0-12-0.spill",
                "summary.txt");
        List<String> others = List.of("circuit.h5", "notes.txt", "my-spikes-0-1-0.spill", "figure.png");
        for (String name : ours) {
            Files.createFile(folder.resolve(name));
        }
        for (String name : others) {
            Files.createFile(folder.resolve(name));
        }
        RunFolder.create(folder, true);
        for (String name : ours) {
            assertFalse(Files.exists(folder.resolve(name)), name);
        }
        for (String name : others) {
            assertTrue(Files.exists(folder.resolve(name)), name);
        }
    }

    @Test
    void foldersOfARunAreRefusedAndForceRemovesThemWithAllThatIsInThem() throws IOException {
        for (String name : List.of("checkpoints", "nodes")) {
            Path path = Files.createDirectory(folder.resolve("with-" + name));
            Files.createDirectories(path.resolve(name).resolve("a/b"));
            Files.createFile(path.resolve(name).resolve("a/b/part"));
            Files.createFile(path.resolve("cluster.properties"));
            Path other = Files.createDirectories(path.resolve("my-" + name));
            assertTrue(refusal(path, false).contains("already holds a run ("));
            assertTrue(refusal(path, false).contains(name));
            assertTrue(Files.exists(path.resolve(name).resolve("a/b/part")));
            RunFolder.create(path, true);
            assertFalse(Files.exists(path.resolve(name)));
            assertTrue(Files.exists(other));
        }
    }

    @Test
    void foldersOfTheseNamesThatNoRunHasMadeAreLeftAlone() throws IOException {
        for (String name : List.of("checkpoints", "nodes")) {
            Path path = Files.createDirectory(folder.resolve("with-" + name));
            Path weights =
                    Files.createFile(Files.createDirectory(path.resolve(name)).resolve("model.ckpt"));
            for (boolean force : new boolean[] {false, true}) {
                assertEquals(
                        path.resolve(name)
                                + ": is in the way, and no run on nodes has made it; choose another folder with --output DIR,"
                                + " or move it",
                        refusal(path, force));
            }
            assertTrue(Files.exists(weights));
        }
    }

    @Test
    void aRunOnNodesThatWasNeverBegunIsInNobodysWay() throws IOException {
        Path lock =
                Files.createFile(Files.createDirectory(folder.resolve("nodes")).resolve("start.lock"));
        RunFolder.create(folder, true);
        assertFalse(Files.exists(lock));
    }

    @Test
    void forceRemovesALinkAndNotWhatItPointsTo() throws IOException {
        Path elsewhere = Files.createFile(
                Files.createDirectory(folder.resolve("elsewhere")).resolve("part"));
        Path path = Files.createDirectory(folder.resolve("run"));
        Files.createSymbolicLink(path.resolve("checkpoints"), elsewhere.getParent());
        RunFolder.create(path, true);
        assertFalse(Files.exists(path.resolve("checkpoints")));
        assertTrue(Files.exists(elsewhere));
    }

    private static String refusalToOpen(Path path) {
        return assertThrows(OutputFolderException.class, () -> RunFolder.open(path))
                .getMessage();
    }

    @Test
    void aRunIsOpenedWithAllThatItHolds() throws IOException {
        List<String> files = List.of("cluster.properties", "spikes-0-0-0.spill", "spikes.h5");
        for (String name : files) {
            Files.createFile(folder.resolve(name));
        }
        assertEquals(folder, RunFolder.open(folder).path());
        try (var left = Files.list(folder)) {
            assertEquals(
                    files,
                    left.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void onlyTheFolderOfARunIsOpened() throws IOException {
        Path missing = folder.resolve("missing");
        assertTrue(refusalToOpen(missing).startsWith(missing + ": holds no run on nodes"));
        assertTrue(refusalToOpen(missing).contains("(it does not exist)"));
        assertFalse(Files.exists(missing));
        Path file = Files.createFile(folder.resolve("file"));
        assertTrue(refusalToOpen(file).contains("(it is a file)"));
        assertTrue(refusalToOpen(folder).contains("(cluster.properties is missing)"));
    }
}
