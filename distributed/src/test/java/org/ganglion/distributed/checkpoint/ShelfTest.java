package org.ganglion.distributed.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other nodes may do with a folder, and what not. */
class ShelfTest {
    @TempDir
    private Path root;

    private Path folder;
    private Shelf shelf;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createDirectories(root.resolve("run"));
        shelf = new Shelf(folder);
        Files.writeString(root.resolve("secret"), "secret");
        Files.writeString(folder.resolve("cluster.properties"), "run=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../secret",
                "checkpoints/../../secret",
                "checkpoints/5/../../cluster.properties",
                "checkpoints/5/part-1-../../../../secret",
                "checkpoints//complete",
                "checkpoints/5/complete/",
                "checkpoints/5/complete\n",
                "checkpoints/5/part-1-xyz",
                "checkpoints/9999999999999999999/complete",
                "cluster.properties",
                "network.json",
                "spikes.h5",
                "nodes/a.properties",
                "../spikes-0-1-1.spill",
                "x/spikes-0-1-1.spill"
            })
    void namesOfOtherFilesAreRefused(String name) throws IOException {
        assertThrows(RefusedException.class, () -> shelf.read(name, 0, 10));
        assertThrows(RefusedException.class, () -> shelf.put("b", name, 0, 1, new byte[1], 0));
        assertThrows(RefusedException.class, () -> shelf.append(name, 0, new byte[1]));
        assertThrows(RefusedException.class, () -> shelf.rename(name, name + "d"));
        assertThrows(RefusedException.class, () -> shelf.deleteFolder(name));
        try (Stream<Path> files = Files.walk(root)) {
            assertEquals(2, files.filter(Files::isRegularFile).count());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoints", "checkpoints/", "checkpoints/.", "nodes", ".", "checkpoints/5/.."})
    void onlyACheckpointCanBeDeleted(String name) {
        assertThrows(RefusedException.class, () -> shelf.deleteFolder(name));
    }

    @Test
    void onlyAListCanBeRenamedAndOnlyToOneThatDoesNotCount() throws IOException {
        Files.createDirectories(folder.resolve("checkpoints/5"));
        Files.writeString(folder.resolve("checkpoints/5/complete"), "list");
        assertThrows(RefusedException.class, () -> shelf.rename("checkpoints/5/complete", "checkpoints/6/damaged"));
        assertThrows(RefusedException.class, () -> shelf.rename("checkpoints/5/damaged", "checkpoints/5/complete"));
        assertThrows(RefusedException.class, () -> shelf.rename("checkpoints/5/complete", "../../x"));

        shelf.rename("checkpoints/5/complete", "checkpoints/5/damaged");

        assertEquals(Map.of("checkpoints/5/damaged", 4L), shelf.files());
    }

    @Test
    void aPieceThatIsTooLongOrDoesNotFitIsRefused() {
        byte[] tooLong = new byte[Peer.PIECE + 1];
        assertThrows(RefusedException.class, () -> shelf.append("spikes-0-1-1.spill", 0, tooLong));
        assertThrows(
                RefusedException.class, () -> shelf.put("b", "checkpoints/5/part-1-1", 0, tooLong.length, tooLong, 0));
        assertThrows(RefusedException.class, () -> shelf.read("spikes-0-1-1.spill", 0, Peer.PIECE + 1));
        assertThrows(RefusedException.class, () -> shelf.read("spikes-0-1-1.spill", -1, 1));
        assertThrows(RefusedException.class, () -> shelf.put("b", "checkpoints/5/part-1-1", 7, 8, new byte[1], 0));
        assertThrows(RefusedException.class, () -> shelf.put("b", "checkpoints/5/part-1-1", 0, 1, new byte[2], 0));
    }

    @Test
    void aFileForWhichThereIsNoRoomIsRefusedAtItsFirstPiece() throws IOException {
        IOException e = assertThrows(
                RefusedException.class,
                () -> shelf.put("b", "checkpoints/5/part-1-1", 0, Long.MAX_VALUE, new byte[1], 0));

        assertTrue(e.getMessage().contains("MiB free"), e.getMessage());
        assertFalse(Files.exists(folder.resolve("checkpoints")));
    }

    @Test
    void whatALinkPointsToIsNotRead() throws IOException {
        Files.createSymbolicLink(folder.resolve("spikes-0-1-1.spill"), root.resolve("secret"));

        assertThrows(NoSuchFileException.class, () -> shelf.read("spikes-0-1-1.spill", 0, 10));
        assertEquals(Map.of(), shelf.files());
    }

    @Test
    void aFileThatGrowsKeepsWhatItHas() throws IOException {
        assertEquals(0, shelf.append("spikes-0-1-1.spill", 3, new byte[] {4}), "what is before it is not there");
        assertEquals(2, shelf.append("spikes-0-1-1.spill", 0, new byte[] {1, 2}));
        assertEquals(3, shelf.append("spikes-0-1-1.spill", 1, new byte[] {9, 3}));
        assertEquals(3, shelf.append("spikes-0-1-1.spill", 0, new byte[] {9}));

        assertEquals("[1, 2, 3]", java.util.Arrays.toString(shelf.read("spikes-0-1-1.spill", 0, 10)));
    }
}
