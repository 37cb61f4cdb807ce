package org.ganglion.distributed.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes, each with a folder of its own. */
class MirroredDiskTest {
    private static final String PART = "checkpoints/100/part-4-1f";
    private static final String LIST = "checkpoints/100/complete";
    private static final String SPILL = "spikes-0-4-1f.spill";

    @TempDir
    private Path root;

    private List<MirrorNode> nodes;
    private MirrorNode a;
    private MirrorNode b;
    private MirrorNode c;

    @BeforeEach
    void start() throws IOException {
        nodes = MirrorNode.of(root, "a", "b", "c");
        a = nodes.get(0);
        b = nodes.get(1);
        c = nodes.get(2);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private static byte[] read(MirrorNode node, String file) throws IOException {
        try (InputStream in = node.disk.read(file)) {
            return in.readAllBytes();
        }
    }

    @Test
    void whatIsWrittenIsOnTheDiskOfTheNextNodeToo() throws IOException {
        byte[] written = bytes(3 * Peer.PIECE + 5);

        List<String> nodesWithIt = b.write(PART, written);

        assertArrayEquals(written, Files.readAllBytes(b.folder.resolve(PART)));
        assertArrayEquals(written, Files.readAllBytes(c.folder.resolve(PART)));
        assertFalse(a.has(PART));
        assertEquals(List.of("b", "c"), nodesWithIt);
    }

    @Test
    void theLastNodeByNameCopiesToTheFirst() throws IOException {
        assertEquals(List.of("c", "a"), c.write(PART, bytes(10)));
    }

    @Test
    void aNodeThatIsDownIsPassedOverAndANodeAloneSaysSo() throws IOException {
        a.to(b).down = true;
        assertEquals(List.of("a", "c"), a.write(PART, bytes(10)));

        a.to(c).down = true;

        assertEquals(List.of("a"), a.write(PART, bytes(11)));
        assertTrue(a.said.toString().contains("no other node's disk takes copies"), a.said::toString);
    }

    @Test
    void aListGoesToAllNodesAndIsTakenBackOnAll() throws IOException {
        a.write(LIST, bytes(10));
        assertTrue(b.has(LIST) && c.has(LIST));

        c.disk.rename(LIST, "checkpoints/100/damaged");

        for (MirrorNode node : nodes) {
            assertFalse(node.has(LIST), node.name);
            assertTrue(node.has("checkpoints/100/damaged"), node.name);
        }
        assertThrows(NoSuchFileException.class, () -> a.disk.rename(LIST, "checkpoints/100/damaged"));
    }

    @Test
    void whatIsSomewhereIsSeenAndReadFromEverywhereUntilItIsDeletedAnywhere() throws IOException {
        byte[] written = bytes(2 * Peer.PIECE + 1);
        b.write(PART, written);

        assertArrayEquals(written, read(a, PART));
        assertEquals(written.length, a.disk.size(PART));
        assertEquals(List.of("100"), a.disk.list("checkpoints"));
        assertEquals(List.of("part-4-1f"), a.disk.list("checkpoints/100"));

        b.loseDisk(nodes);
        assertArrayEquals(written, read(a, PART));

        a.disk.deleteFolder("checkpoints/100");
        assertFalse(c.has(PART));
        assertThrows(NoSuchFileException.class, () -> read(a, PART));
    }

    @Test
    void aCopyThatIsTornOnItsWayIsRefusedByItsSumAndAnotherNodeIsAsked() throws IOException {
        a.to(b).tears = true;

        List<String> nodesWithIt = a.write(PART, bytes(1000));

        assertFalse(b.has(PART));
        assertEquals(List.of("a", "c"), nodesWithIt);
        assertTrue(a.said.toString().contains("its sum differs"), a.said::toString);
    }

    @Test
    void ofAFileThatGrowsOnlyWhatIsNotThereYetIsCopied() throws IOException {
        byte[] all = bytes(Peer.PIECE + 700);
        Files.write(a.folder.resolve(SPILL), Arrays.copyOf(all, Peer.PIECE + 300));
        a.disk.copyGrowing(SPILL);
        Files.write(
                a.folder.resolve(SPILL),
                Arrays.copyOfRange(all, Peer.PIECE + 300, all.length),
                StandardOpenOption.APPEND);

        a.disk.copyGrowing(SPILL);

        assertArrayEquals(all, Files.readAllBytes(b.folder.resolve(SPILL)));
        assertEquals(all.length, a.to(b).appended);
    }

    @Test
    void aCopyThatStoppedHalfWayIsFinishedFromWhereItStopped() throws IOException {
        byte[] all = bytes(1000);
        Files.write(a.folder.resolve(SPILL), all);
        Files.write(b.folder.resolve(SPILL), Arrays.copyOf(all, 333));

        a.disk.copyGrowing(SPILL);

        assertArrayEquals(all, Files.readAllBytes(b.folder.resolve(SPILL)));
        assertEquals(667, a.to(b).appended);
    }

    @Test
    void aNodeThatHangsIsAskedAgainBeforeWhatItHasCountsAsMissing() throws IOException {
        b.write(PART, bytes(10));
        c.loseDisk(nodes);
        a.to(b).hangs = 1;

        assertEquals(-1, a.disk.size(PART));
        boolean found = false;
        while (!found && a.disk.mayTurnUp()) {
            found = a.disk.size(PART) == 10;
        }

        assertTrue(found);
    }

    @Test
    void aCopyIsTriedAgainOnANodeThatHangsIfThereIsNoOther() throws IOException {
        c.loseDisk(nodes);
        a.to(b).hangs = 1;

        assertEquals(List.of("a", "b"), a.write(PART, bytes(10)));
    }

    @Test
    void aNodeThatIsGoneIsNotWaitedFor() throws IOException {
        b.loseDisk(nodes);

        assertEquals(-1, a.disk.size(PART));
        assertFalse(a.disk.mayTurnUp());
    }

    @Test
    void aNodeThatHasTheFolderForItselfAloneNeedsNobody() throws IOException {
        MirrorNode alone = MirrorNode.of(root, "alone").getFirst();
        List<String> nodesWithIt = alone.write(PART, bytes(10));

        assertEquals(10, alone.disk.size(PART));
        assertEquals(List.of(), nodesWithIt);
        assertEquals(List.of(), alone.said);
    }
}
