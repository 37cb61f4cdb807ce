package org.ganglion.distributed.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints of three groups on three nodes, group 0 on a, 1 on b and 2 on c, and what each of them recorded. */
class MirroredCheckpointsTest {
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
        for (int g = 0; g < nodes.size(); g++) {
            nodes.get(g).checkpoints.begin(g, nodes.size(), 10 + g, Optional.empty());
            nodes.get(g).records(g, 10 + g, 1000);
        }
    }

    private Generation checkpoint(long step) throws IOException {
        List<PartName> parts = List.of(a.save(0, 10, step), b.save(1, 11, step), c.save(2, 12, step));
        return a.checkpoints.complete(step, Leg.FIRST, parts);
    }

    private static int word(MirrorNode node, Generation generation, int group) throws IOException {
        return node.checkpoints.part(generation, group).neurons().getFirst().words()[0];
    }

    @Test
    void theLossOfAnyOneNodeWithItsDiskLosesNothing() throws IOException {
        checkpoint(100);

        b.loseDisk(nodes);

        for (MirrorNode node : List.of(a, c)) {
            Generation latest = node.checkpoints.latest().orElseThrow();
            assertEquals(100, latest.step());
            for (int g = 0; g < nodes.size(); g++) {
                assertEquals(MirrorNode.state(g, 100).neurons().getFirst().words()[0], word(node, latest, g));
            }
            assertEquals(
                    3000,
                    node.checkpoints.recorded(latest).stream()
                            .mapToLong(Recorded::bytes)
                            .sum());
            assertEquals(List.of(), node.checkpoints.losses());
        }
    }

    @Test
    void theLossOfBothCopiesIsSaidAndTheCheckpointIsNotUsed() throws IOException {
        checkpoint(100);

        b.loseDisk(nodes);
        c.loseDisk(nodes);

        assertEquals(Optional.empty(), a.checkpoints.latest());
        String said = String.join("\n", a.said);
        assertTrue(said.contains("the state of group 1 was on b and c only, which are lost"), said);
        assertTrue(said.contains("groups begin again at step 0"), said);
        assertEquals(1, a.checkpoints.losses().size());
        assertTrue(a.checkpoints.losses().getFirst().contains("group 1 was on b and c only"));
    }

    @Test
    void theCheckpointBeforeIsUsedIfItIsWhole() throws IOException {
        checkpoint(100);
        List<PartName> parts = List.of(a.save(0, 10, 200), b.save(1, 11, 200), c.save(2, 12, 200));
        a.checkpoints.complete(200, Leg.FIRST, parts);
        Files.delete(b.folder.resolve(parts.get(1).file()));
        Files.delete(c.folder.resolve(parts.get(1).file()));

        assertEquals(100, c.checkpoints.latest().orElseThrow().step());
        assertEquals(100, a.checkpoints.latest().orElseThrow().step());
        assertTrue(c.said.toString().contains("groups begin again at step 100"), c.said::toString);
    }

    @Test
    void aCheckpointWithoutWhatWasRecordedUpToItIsNotUsed() throws IOException {
        checkpoint(100);
        for (MirrorNode node : nodes) {
            Files.deleteIfExists(node.folder.resolve("spikes-0-2-c.spill"));
        }

        assertEquals(Optional.empty(), b.checkpoints.latest());
        assertTrue(
                b.said.toString().contains("what was recorded of group 2 was on c and a only, which are lost"),
                b.said::toString);
    }

    @Test
    void aPartThatIsDamagedHereIsReadFromTheOtherCopy() throws IOException {
        Generation generation = checkpoint(100);
        Path part = a.folder.resolve(generation.parts().getFirst().file());
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);

        assertEquals(MirrorNode.state(0, 100).neurons().getFirst().words()[0], word(a, generation, 0));
        assertTrue(a.said.toString().contains("another node's copy is used"), a.said::toString);

        Files.write(b.folder.resolve(generation.parts().getFirst().file()), bytes);
        assertThrows(DamagedException.class, () -> word(a, generation, 0));
    }

    @Test
    void whatAGroupRecordedMovesWithTheGroup() throws IOException {
        Generation generation = checkpoint(100);
        b.loseDisk(nodes);
        c.checkpoints.begin(1, 3, 21, Optional.of(generation)); // group 1 goes on on c, where a copy was
        a.checkpoints.begin(2, 3, 22, Optional.of(generation)); // and group 2, for the sake of the test, on a
        c.records(1, 21, 50);
        a.records(2, 22, 60);

        c.save(1, 21, 200);
        a.save(2, 22, 200);

        for (MirrorNode node : List.of(a, c)) {
            assertEquals(1000, Files.size(node.folder.resolve("spikes-0-1-b.spill")), node.name);
            assertEquals(50, Files.size(node.folder.resolve("spikes-0-1-15.spill")), node.name);
            assertEquals(1000, Files.size(node.folder.resolve("spikes-0-2-c.spill")), node.name);
            assertEquals(60, Files.size(node.folder.resolve("spikes-0-2-16.spill")), node.name);
        }
    }

    @Test
    void aGroupWhoseRecordingsAreLostDoesNotSaveItself() throws IOException {
        Generation generation = checkpoint(100);
        a.checkpoints.begin(1, 3, 21, Optional.of(generation));
        b.loseDisk(nodes);
        c.loseDisk(nodes);

        IOException e = assertThrows(DamagedException.class, () -> a.save(1, 21, 200));
        assertTrue(e.getMessage().contains("spikes-0-1-b.spill: what was recorded is lost"), e.getMessage());
    }

    @Test
    void whoWritesTheResultsHasAllInItsOwnFolder() throws IOException {
        Generation generation = checkpoint(100);
        SpillRecords records = new SpillRecords(a.disk);

        records.gather(generation, a.checkpoints.recorded(generation));

        MirroredDisk alone = MirroredDisk.alone(new FolderDisk(a.folder));
        Checkpoints there = new Checkpoints(alone, MirrorNode.RUN, a.said::add, new SpillRecords(alone));
        assertEquals(generation, there.latest().orElseThrow());
        assertEquals(3, there.parts(generation).size());
        assertEquals(List.of(), a.said);
    }
}
