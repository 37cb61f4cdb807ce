package org.ganglion.distributed.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32C;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.Peer;
import org.ganglion.distributed.checkpoint.RefusedException;
import org.ganglion.distributed.checkpoint.RunIdentity;
import org.ganglion.distributed.checkpoint.Shelf;
import org.ganglion.distributed.protocol.OnFailure;
import org.ganglion.distributed.wire.WireVersion;
import org.ganglion.distributed.wire.proto.ChangeAnswer;
import org.ganglion.distributed.wire.proto.DiskAnswer;
import org.ganglion.distributed.wire.proto.DiskQuestion;
import org.ganglion.distributed.wire.proto.Hello;
import org.ganglion.distributed.wire.proto.Holding;
import org.ganglion.distributed.wire.proto.ListFiles;
import org.ganglion.distributed.wire.proto.Status;
import org.ganglion.distributed.wire.proto.StimulusChange;
import org.ganglion.distributed.wire.proto.Welcome;
import org.ganglion.simulator.group.GroupState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node's disk at its door, asked by nodes of its run and by others. */
class DiskDoorTest {
    private static final String PART = "checkpoints/5/part-1-1";
    private static final SharedRun RUN = run("run", 0);

    @TempDir
    private Path folder;

    private Door door;
    private DiskDoor disk;

    private static SharedRun run(String id, int leg) {
        return new SharedRun(
                new RunIdentity(id, "hash"), new Leg(leg, 0, GroupState.Totals.NONE), 1, 1, 1, 0, 0, OnFailure.RECOVER);
    }

    @BeforeEach
    void open() throws IOException {
        disk = new DiskDoor(new Shelf(folder), RUN);
        door = new Door("127.0.0.1", 0, true, new Door.Doorkeeper() {
            @Override
            public Welcome hello(Hello hello) {
                return Welcome.getDefaultInstance();
            }

            @Override
            public Status status() {
                return Status.getDefaultInstance();
            }

            @Override
            public void checkpoint() {}

            @Override
            public void stop() {}

            @Override
            public void hold(Holding holding) {}

            @Override
            public ChangeAnswer change(StimulusChange change) {
                return ChangeAnswer.getDefaultInstance();
            }

            @Override
            public DiskAnswer disk(DiskQuestion question) {
                return disk.answer(question);
            }
        });
    }

    @AfterEach
    void close() {
        door.close();
    }

    private Peer peer(SharedRun run) {
        return new DoorPeer(new DoorPlate("b", "127.0.0.1:" + door.port(), 1, "id"), "a", run);
    }

    private static int sum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    @Test
    void filesComeAndGoInPiecesForANodeOfTheSameRun() throws IOException {
        Peer peer = peer(RUN);
        byte[] whole = new byte[Peer.PIECE + 3];
        whole[Peer.PIECE] = 7;

        peer.put(PART, 0, whole.length, java.util.Arrays.copyOf(whole, Peer.PIECE), sum(whole));
        assertEquals(Map.of(), peer.files());
        peer.put(PART, Peer.PIECE, whole.length, new byte[] {7, 0, 0}, sum(whole));
        assertEquals(2, peer.append("spikes-0-1-1.spill", 0, new byte[] {1, 2}));

        assertEquals(Map.of(PART, (long) whole.length, "spikes-0-1-1.spill", 2L), peer.files());
        assertArrayEquals(new byte[] {7, 0, 0}, peer.read(PART, Peer.PIECE, 100));
        peer.deleteFolder("checkpoints/5");
        assertThrows(NoSuchFileException.class, () -> peer.read(PART, 0, 100));
    }

    @Test
    void aNodeOfAnotherRunOrLegIsRefusedWithTheReason() {
        IOException run = assertThrows(
                RefusedException.class, () -> peer(run("another", 0)).files());
        IOException leg =
                assertThrows(RefusedException.class, () -> peer(run("run", 1)).files());

        assertTrue(run.getMessage().contains("belongs to run run, the other to run another"), run.getMessage());
        assertTrue(leg.getMessage().contains("is of leg 0 of the run, the other of leg 1"), leg.getMessage());
    }

    @Test
    void whoDoesNotSayForWhichRunIsRefused() {
        DiskQuestion question = DiskQuestion.newBuilder()
                .setWireVersion(WireVersion.CURRENT)
                .setList(ListFiles.getDefaultInstance())
                .build();

        assertTrue(disk.answer(question).getRefusal().contains("does not say which"));
        assertTrue(disk.answer(question.toBuilder().setRun("run").build())
                .getRefusal()
                .contains("does not say which"));
        assertTrue(disk.answer(question.toBuilder()
                        .setRun("run")
                        .setNetworkHash("hash")
                        .setWireVersion(WireVersion.CURRENT + 1)
                        .build())
                .getRefusal()
                .contains("wire version"));
        assertEquals(
                "",
                disk.answer(question.toBuilder()
                                .setRun("run")
                                .setNetworkHash("hash")
                                .build())
                        .getRefusal());
    }

    @Test
    void namesThatLeadOutOfTheFolderAreRefused() {
        IOException e = assertThrows(RefusedException.class, () -> peer(RUN).read("../../etc/passwd", 0, 10));

        assertTrue(e.getMessage().contains("no file of a checkpoint or a recording"), e.getMessage());
    }

    @Test
    void aQuestionThatIsTooLongIsNotReadToItsEnd() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/disk"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[Peer.PIECE + 4097]))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(
                    413,
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }
}
