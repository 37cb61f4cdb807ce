package org.ganglion.distributed.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.network.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of stimuli that were decided while a run went on. */
class ChangeFilesTest {
    private static final LiveChange RATE = new LiveChange("a 1", 250, "ext/E cells", "rate", 0.1);
    private static final LiveChange AMPLITUDE = new LiveChange("b", 300, "push", "amplitude", -3);

    @TempDir
    private Path folder;

    private ChangeFiles files() {
        return new ChangeFiles(new FolderDisk(folder));
    }

    @Test
    void whatIsAddedIsReadBackInOrderAndByLeg() throws IOException {
        assertEquals(List.of(), files().of(0));
        assertTrue(files().add(0, List.of(RATE)));
        assertTrue(files().add(0, List.of(RATE, AMPLITUDE)));
        assertTrue(files().add(3, List.of(AMPLITUDE)));
        assertEquals(List.of(RATE, AMPLITUDE), files().of(0));
        assertEquals(List.of(AMPLITUDE), files().of(3));
        assertEquals(List.of(), files().of(1));
        assertEquals(new Change(25, "ext/E cells", "rate", 0.1), RATE.change(0.1));
    }

    @Test
    void ofTwoKeepersThatDecideAtOnceOneDoes() throws IOException {
        assertTrue(files().add(0, List.of(RATE)));
        assertFalse(files().add(0, List.of(AMPLITUDE)));
        assertEquals(List.of(RATE), files().of(0));
        try (var left = Files.list(folder.resolve("checkpoints"))) {
            assertEquals(1, left.count(), "nothing is left aside");
        }
    }

    @Test
    void aDamagedFileIsToldByName() throws IOException {
        files().add(0, List.of(RATE));
        Path file = folder.resolve("checkpoints/changes-0-1");
        Files.writeString(file, Files.readString(file).replace("0.1", "0.2"));
        IOException e = assertThrows(IOException.class, () -> files().of(0));
        assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": is damaged"), e.getMessage());
    }

    @Test
    void aCheckpointThatIsLaterThanAChangeHasToKnowIt() {
        assertTrue(checkpoint(250, 0).knows(List.of(RATE)), "at its step it has not acted yet");
        assertFalse(checkpoint(251, 0).knows(List.of(RATE)));
        assertTrue(checkpoint(251, 1).knows(List.of(RATE, AMPLITUDE)));
        assertFalse(checkpoint(301, 1).knows(List.of(RATE, AMPLITUDE)));
        assertFalse(checkpoint(200, 2).knows(List.of(RATE)), "what it knows of is lost");
    }

    private static Generation checkpoint(long step, int revision) {
        return new Generation(new RunIdentity("run", "hash"), step, Leg.FIRST, List.of(), revision);
    }

    @Test
    void theListOfPartsTellsTheRevision() throws DamagedException {
        for (int revision : new int[] {0, 2}) {
            Generation checkpoint = checkpoint(7, revision);
            assertEquals(checkpoint, Generation.decode(checkpoint.encode(), "complete"));
        }
    }
}
