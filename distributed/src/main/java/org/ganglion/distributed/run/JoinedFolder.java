package org.ganglion.distributed.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.ganglion.distributed.checkpoint.FolderDisk;
import org.ganglion.distributed.wire.proto.Plate;
import org.ganglion.distributed.wire.proto.Welcome;
import org.ganglion.io.record.OutputFolderException;
import org.ganglion.io.record.RunFolder;

/** Makes a folder ready for a node that does not reach the folder of its run, from what a node of the run sends. */
public final class JoinedFolder {
    private JoinedFolder() {}

    /**
     * Writes what all nodes agree on, and where they answer. A folder of the same run is taken as it is; of an earlier leg,
     * which was continued from another folder, the checkpoints are removed.
     *
     * @throws OutputFolderException if it holds another run or a later leg, or cannot be written to
     */
    public static void prepare(Path folder, Welcome welcome) throws IOException {
        if (Files.exists(folder.resolve(SharedRun.CLUSTER))) {
            takeUp(folder, welcome);
        } else {
            create(folder);
        }
        FolderDisk disk = new FolderDisk(folder);
        disk.write(SharedRun.NETWORK, out -> welcome.getNetwork().writeTo(out));
        disk.write(SharedRun.CLUSTER, out -> welcome.getCluster().writeTo(out));
        String id = NodeFolder.id(folder);
        for (Plate plate : welcome.getPlatesList()) {
            DoorPlate there = plate(plate);
            if (!there.folderId().equals(id) && there.hasPlainName()) {
                there.write(folder);
            }
        }
    }

    private static void create(Path folder) throws IOException {
        try {
            RunFolder.create(folder, false);
        } catch (OutputFolderException e) { // which tells of options that a node does not have
            String why = String.valueOf(e.getMessage()).replaceFirst("; choose another .*", "");
            throw new OutputFolderException(why + "; choose another folder with --folder DIR", e);
        }
    }

    private static void takeUp(Path folder, Welcome welcome) throws IOException {
        SharedRun before = SharedRun.read(folder);
        if (!before.identity().run().equals(welcome.getRun())) {
            throw new OutputFolderException(
                    folder + ": holds run " + before.identity().run() + ", not run " + welcome.getRun()
                            + "; choose another folder with --folder DIR, or delete this one");
        }
        Properties now = new Properties();
        now.load(welcome.getCluster().newInput());
        int leg = Integer.parseInt(now.getProperty("leg", "0"));
        if (leg < before.leg().number()) {
            throw new OutputFolderException(
                    folder + ": the run was resumed since the node began that is to be joined; join one of"
                            + " those that were started then");
        }
        Files.deleteIfExists(folder.resolve(RunResults.SUMMARY)); // of an earlier leg: the run goes on
        if (leg > before.leg().number() && !NodeFolder.id(folder).equals(welcome.getFolderId())) {
            new FolderDisk(folder).deleteFolder(RunFolder.CHECKPOINTS);
        }
    }

    static DoorPlate plate(Plate plate) {
        return new DoorPlate(plate.getNode(), plate.getDoor(), plate.getProcess(), plate.getFolderId());
    }

    static Plate plate(DoorPlate plate) {
        return Plate.newBuilder()
                .setNode(plate.node())
                .setDoor(plate.door())
                .setProcess(plate.process())
                .setFolderId(plate.folderId())
                .build();
    }
}
