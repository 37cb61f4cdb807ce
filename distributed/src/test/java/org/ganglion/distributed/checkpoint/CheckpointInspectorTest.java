package org.ganglion.distributed.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ganglion.io.inspect.Inspection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint of two groups at step 100, looked into from outside. */
class CheckpointInspectorTest {
    @TempDir
    private Path root;

    private Path list;
    private List<PartName> parts;

    @BeforeEach
    void save() throws IOException {
        Checkpoints checkpoints = new Checkpoints(new FolderDisk(root), MirrorNode.RUN, said -> {});
        for (int group = 0; group < 2; group++) {
            checkpoints.begin(group, 2, 10 + group, Optional.empty());
        }
        parts = List.of(
                checkpoints.save(0, 10, MirrorNode.state(0, 100)).orElseThrow(),
                checkpoints.save(1, 11, MirrorNode.state(1, 100)).orElseThrow());
        checkpoints.complete(100, Leg.FIRST, parts);
        list = root.resolve(Checkpoints.list(100));
    }

    private Path part(int group) {
        return root.resolve(parts.get(group).file());
    }

    @Test
    void aSoundOneIsToldAndNothingIsWrong() throws IOException {
        Inspection found = CheckpointInspector.of(list);
        assertEquals(List.of(), found.wrong());
        long bytes = Files.size(part(0)) + Files.size(part(1));
        assertEquals(
                List.of(
                        "checkpoint of run run at step 100, leg 0 from step 0",
                        "network hash 0",
                        "2 parts, " + bytes + " bytes"),
                found.lines());
        for (int group = 0; group < 2; group++) {
            assertTrue(CheckpointInspector.isOfCheckpoint(part(group)));
            Inspection alone = CheckpointInspector.of(part(group));
            assertEquals(List.of(), alone.wrong());
            assertEquals(List.of("part of a checkpoint, " + Files.size(part(group)) + " bytes"), alone.lines());
        }
    }

    @Test
    void everyDamagedByteOfAPartIsFound() throws IOException {
        byte[] sound = Files.readAllBytes(part(1));
        for (int at = 0; at < sound.length; at++) {
            byte[] damaged = sound.clone();
            damaged[at] = (byte) (damaged[at] ^ 4);
            Files.write(part(1), damaged);
            List<String> wrong = CheckpointInspector.of(list).wrong();
            assertTrue(!wrong.isEmpty() && wrong.getFirst().contains("part-1-b"), "byte " + at + ": " + wrong);
        }
    }

    @Test
    void missingAndShorterPartsAreNamed() throws IOException {
        Files.write(part(0), new byte[7]);
        Files.delete(part(1));
        List<String> wrong = CheckpointInspector.of(list).wrong();
        assertEquals(2, wrong.size(), wrong.toString());
        assertTrue(wrong.get(0).contains("part-0-a") && wrong.get(0).contains("has 7 bytes"), wrong.toString());
        assertTrue(wrong.get(1).contains("part-1-b") && wrong.get(1).contains("is missing"), wrong.toString());
    }
}
