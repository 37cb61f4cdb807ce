package org.ganglion.distributed.run;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.FolderDisk;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.checkpoint.MirroredDisk;
import org.ganglion.distributed.checkpoint.Peer;
import org.ganglion.distributed.checkpoint.Shelf;
import org.ganglion.distributed.checkpoint.SpillRecords;
import org.ganglion.distributed.wire.proto.Welcome;

/**
 * The folder that a node works in, which it may share with other nodes or have for itself. Nodes tell by a number in the
 * folder, {@code nodes/folder.id}, whether they share it; what one of them saves is copied to one that does not.
 */
public final class NodeFolder {
    private static final String ID = "folder.id";
    private static final int ID_LENGTH = 36;
    private static final int READS = 50;

    private final Path path;
    private final String id;
    private final String node;
    private final SharedRun run;
    private final SpillRecords records;
    private final Checkpoints checkpoints;

    /** @param log is told what happens to checkpoints */
    public NodeFolder(Path path, String node, SharedRun run, Consumer<String> log) throws IOException {
        this.path = path;
        this.id = id(path);
        this.node = node;
        this.run = run;
        MirroredDisk disk =
                new MirroredDisk(node, new FolderDisk(path), this::peers, log, () -> System.nanoTime() / 1_000_000);
        this.records = new SpillRecords(disk);
        this.checkpoints = new Checkpoints(disk, run.identity(), log, records);
    }

    /** What tells this folder from those of nodes that do not share it; made up when the first of them asks. */
    static String id(Path run) throws IOException {
        Path file = Files.createDirectories(run.resolve(DoorPlate.FOLDER)).resolve(ID);
        try {
            Files.writeString(file, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // Another node of this folder has made it up; it may just be writing it.
        }
        for (int i = 0; i < READS; i++) {
            String id = Files.readString(file, StandardCharsets.UTF_8);
            if (id.length() == ID_LENGTH) {
                return id;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(file + ": interrupted while it was read", e);
            }
        }
        throw new IOException(file + ": is not what a node writes; delete it when no node uses the folder");
    }

    public Path path() {
        return path;
    }

    String id() {
        return id;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    DiskDoor door() {
        return new DiskDoor(new Shelf(path), run);
    }

    /** Nodes that have been heard of and have another folder, whether they are still there or not. */
    private List<Peer> peers() {
        try {
            return DoorPlate.of(path).stream()
                    .filter(plate -> !plate.folderId().isEmpty()
                            && !plate.folderId().equals(id)
                            && !plate.node().equals(node))
                    .<Peer>map(plate -> new DoorPeer(plate, node, run))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Keeps in mind where other nodes answer, unless they put up their plates in this folder themselves. */
    void remember(List<DoorPlate> plates) throws IOException {
        List<DoorPlate> known = DoorPlate.of(path);
        for (DoorPlate plate : plates) {
            if (!plate.folderId().equals(id) && !known.contains(plate) && plate.hasPlainName()) {
                plate.write(path);
            }
        }
    }

    /** Adds what a node needs that will have a folder of its own; refuses if that is too much. */
    void addFiles(Welcome.Builder welcome) throws IOException {
        Path network = path.resolve(SharedRun.NETWORK);
        long bytes = Files.size(network);
        if (bytes > Visit.MOST_BYTES_OF_FILES / 2) {
            welcome.setRefusal(network + " has " + (bytes >> 20) + " MiB, more than is sent to a node ("
                    + ((Visit.MOST_BYTES_OF_FILES / 2) >> 20) + " MiB); the node needs a folder that is shared");
            return;
        }
        welcome.setNetwork(ByteString.copyFrom(Files.readAllBytes(network)))
                .setCluster(ByteString.copyFrom(Files.readAllBytes(path.resolve(SharedRun.CLUSTER))));
        DoorPlate.of(path).forEach(plate -> welcome.addPlates(JoinedFolder.plate(plate)));
    }

    /** Has all here that the results and a resumption from the last checkpoint need. */
    void gather(Generation end) throws IOException {
        records.gather(end, checkpoints.recorded(end));
    }
}
